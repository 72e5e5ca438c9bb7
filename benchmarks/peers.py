"""The peers of the benchmarks, each in an environment of its own: they downgrade packages that we share."""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "data" / "benchmark"


def environment(name: str, packages: str) -> Path | None:
    """The Python of a peer's environment, made when it is missing; None when it cannot be. No packages: our own."""
    if not packages:
        return Path(sys.executable)
    folder = FOLDER / packages.split()[0]
    python, ready = folder / "bin" / "python", folder / ".ready"
    if not ready.exists():
        print(f"{name}: installing {packages} …", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        done = subprocess.run([python, "-m", "pip", "install", "-q", *packages.split()], capture_output=True, text=True)
        if done.returncode:
            last = done.stderr.strip().splitlines()[-1:] or ["pip failed"]
            print(f"{name}: passed over, it cannot be installed: {last[0]}", file=sys.stderr)
            return None
        ready.touch()
    return python
