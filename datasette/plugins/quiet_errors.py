"""Errors that are the asker's are told as such, and cost no drawing of the program's variables into the log.

Datasette 0.65 draws them with every error where the package rich happens to be installed: a third of a second each, and
whatever the variables hold. The plain traceback of a real fault stays. An address that asks for an order that there is
not ("?_sort=unknown") it answers with 500, as if the program had failed.
"""

from datasette import handle_exception as of_datasette
from datasette import hookimpl
from datasette.views.base import DatasetteError


@hookimpl
def startup() -> None:
    of_datasette.rich = None


@hookimpl(tryfirst=True)
def handle_exception(exception: Exception) -> None:
    """Sets the status that Datasette's own handler then answers with."""
    if isinstance(exception, DatasetteError) and exception.status == 500:
        exception.status = 400
