"""How Datasette is started on ikm.db."""

import json
import subprocess
import sys
from pathlib import Path

import click

CONFIGURATION = Path(__file__).resolve().parent.parent / "datasette"
HEALTH = "/-/versions.json"  # answers as long as the server does


def command(data: Path, host: str, port: int) -> list[str]:
    """The arguments that start Datasette on `data`/ikm.db, and on no other file of that folder."""
    settings = json.loads((CONFIGURATION / "settings.json").read_text(encoding="utf-8"))
    arguments = [sys.executable, "-m", "datasette", "serve", str(data / "ikm.db"), "--host", host, "--port", str(port)]
    arguments += ["--metadata", str(CONFIGURATION / "metadata.yaml")]
    arguments += ["--template-dir", str(CONFIGURATION / "templates"), "--plugins-dir", str(CONFIGURATION / "plugins")]
    arguments += ["--static", f"static:{CONFIGURATION / 'static'}"]
    for name, value in settings.items():
        arguments += ["--setting", name, str(int(value)) if isinstance(value, bool) else str(value)]
    return arguments


def serve(data: Path, host: str, port: int) -> int:
    """Serves `data`/ikm.db in a process of its own until interrupted. Exit code 2 when there is no ikm.db."""
    if not (data / "ikm.db").exists():
        click.echo(f"{data / 'ikm.db'} does not exist: run pantau update, or pantau tag, first", err=True)
        return 2
    click.echo(f"Pantau IKM: http://{host}:{port}/ (Ctrl+C ends it)")
    try:
        return subprocess.run(command(data, host, port), check=False).returncode
    except KeyboardInterrupt:
        return 0
