"""`python -m pantau` is the same as `pantau`."""

from pantau.cli import main

main()
