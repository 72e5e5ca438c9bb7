"""How Datasette is started on ikm.db."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import click
import yaml
from datasette.app import Datasette

from nlp.store import lacking

CONFIGURATION = Path(__file__).resolve().parent.parent / "datasette"
HEALTH = "/-/health"  # answers as long as the server does, also without a login
HASH = "PANTAU_PASSWORD_HASH"  # environment variable; `datasette hash-password` makes its value
STAFF = "petugas"  # the name to log in with


def metadata(mode: str, login: bool) -> dict[str, Any]:
    """metadata.yaml with who may see what; the hash of the password stays in the environment."""
    whole: dict[str, Any] = yaml.safe_load((CONFIGURATION / "metadata.yaml").read_text(encoding="utf-8"))
    whole["plugins"]["access"] = {"mode": mode}
    if login:
        whole["plugins"]["datasette-auth-passwords"] = {f"{STAFF}_password_hash": {"$env": HASH}}
    return whole


def command(data: Path, host: str, port: int, described: Path = CONFIGURATION / "metadata.yaml") -> list[str]:
    """The arguments that start Datasette on `data`/ikm.db, and on no other file of that folder."""
    settings = json.loads((CONFIGURATION / "settings.json").read_text(encoding="utf-8"))
    arguments = [sys.executable, "-m", "datasette", "serve", str(data / "ikm.db"), "--host", host, "--port", str(port)]
    arguments += ["--metadata", str(described)]
    arguments += ["--template-dir", str(CONFIGURATION / "templates"), "--plugins-dir", str(CONFIGURATION / "plugins")]
    arguments += ["--static", f"static:{CONFIGURATION / 'static'}"]
    for name, value in settings.items():
        arguments += ["--setting", name, str(int(value)) if isinstance(value, bool) else str(value)]
    return arguments


def desk(data: Path, saved: Path | None = None) -> Datasette:
    """The same desk within this process, for one who may see everything; `saved` is a file of saved searches."""
    described = metadata("local", login=False)
    if saved:
        described["plugins"]["saved_searches"]["file"] = str(saved)
    return Datasette(
        [str(data / "ikm.db")],
        metadata=described,
        settings=json.loads((CONFIGURATION / "settings.json").read_text(encoding="utf-8")),
        template_dir=str(CONFIGURATION / "templates"),
        plugins_dir=str(CONFIGURATION / "plugins"),
        static_mounts=[("static", str(CONFIGURATION / "static"))],
    )


def unready(database: Path) -> str | None:
    """Why the desk cannot be opened on `database`, and what to do; None when it can."""
    if not database.exists():
        return f"{database} does not exist: run pantau update, or pantau tag, first"
    try:
        lacks = lacking(database)
    except sqlite3.DatabaseError as error:
        return f"{database} cannot be read: {error}. It can be deleted and made again: pantau tag"
    if lacks:
        return f"{database} was made by an earlier version and lacks {', '.join(lacks)}: run pantau tag, which adds it"
    return None


def serve(data: Path, host: str, port: int, password: bool = False, public: bool = False) -> int:
    """Serves `data`/ikm.db in a process of its own until interrupted.

    `password` asks for a login for everything; `public` shows everybody all but full texts, which then need a login
    if there is a password. Exit code 2 when there is no ikm.db of this version, or no hash of the password.
    """
    if reason := unready(data / "ikm.db"):
        click.echo(reason, err=True)
        return 2
    if password and not os.environ.get(HASH):
        click.echo(f"{HASH} is not set: put into it what `datasette hash-password` prints", err=True)
        return 2
    mode = "public" if public else "staff" if password else "local"
    with tempfile.TemporaryDirectory() as folder:
        described = Path(folder) / "metadata.json"
        described.write_text(json.dumps(metadata(mode, password)), encoding="utf-8")
        click.echo(f"Pantau IKM: http://{host}:{port}/ (Ctrl+C ends it)")
        try:
            return subprocess.run(command(data, host, port, described), check=False).returncode
        except KeyboardInterrupt:
            return 0
