"""An address that is not there, or not for this reader, costs no drawing of the program's variables into the log.

Datasette 0.65 does so with every error where the package rich happens to be installed: a third of a second each, and
whatever the variables hold. The plain traceback of a real fault stays.
"""

from datasette import handle_exception, hookimpl


@hookimpl
def startup() -> None:
    handle_exception.rich = None
