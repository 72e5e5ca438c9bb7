"""The command line: helps, exit codes, and errors that say what to do."""

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pantau.cli import main

COMMANDS = sorted(main.commands)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, without configuration."""
    monkeypatch.chdir(tmp_path)
    for name in ("PANTAU_DATA", "PANTAU_CONFIG", "PANTAU_CONTACT"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def pantau(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def test_the_commands_are_those_of_the_readme() -> None:
    readme = Path(__file__).parents[1].joinpath("README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`pantau {name}" not in readme] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_carries_an_example(name: str) -> None:
    shown = pantau(name, "--help").output
    assert "Example:" in shown
    assert f"pantau {name}" in shown.split("Example:")[1]


def test_init_writes_a_configuration_once(folder: Path) -> None:
    assert pantau("init").exit_code == 0
    written = (folder / "pantau.toml").read_text()
    again = pantau("init")
    assert (again.exit_code, "already there" in again.output) == (2, True)
    assert (folder / "pantau.toml").read_text() == written


def test_the_written_configuration_can_be_read(folder: Path) -> None:
    from pantau.config import Config, config

    pantau("init")
    assert config() == Config()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("contact = 5", "contact must be text"),
        ('publishers = "surya"', "publishers a list of names"),
        ('kontak = "x"', "unknown setting kontak"),
        ("contact = ", "cannot be read"),
    ],
)
def test_a_bad_configuration_is_refused_with_what_to_change(folder: Path, text: str, says: str) -> None:
    (folder / "pantau.toml").write_text(text)
    shown = pantau("crawl", "surya")
    assert (shown.exit_code, says in shown.output) == (2, True)


def test_a_live_crawl_without_a_contact_address_does_nothing(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert pantau("crawl", "surya").exit_code == 2
    assert "PANTAU_CONTACT" in caplog.text
    assert not (folder / "data" / "articles.db").exists()


def test_an_unknown_publisher_is_named_beside_those_there_are(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert pantau("crawl", "suria").exit_code == 2
    assert "No publisher is called suria" in caplog.text
    assert "surya" in caplog.text


@pytest.mark.parametrize("command", [("crawl",), ("tag",), ("update",)])
def test_a_second_run_ends_with_75_at_once(folder: Path, command: tuple[str, ...]) -> None:
    (folder / "data").mkdir()
    with FileLock(folder / "data" / "pantau.lock"):
        shown = pantau(*command)
    assert (shown.exit_code, "Another run holds" in shown.output) == (75, True)


def test_tag_without_articles_says_to_collect_some(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert pantau("tag").exit_code == 2
    assert "pantau crawl" in caplog.text


def test_a_damaged_database_is_named_and_left_as_it_is(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    (folder / "data").mkdir()
    damaged = folder / "data" / "articles.db"
    damaged.write_bytes(b"this is no database" * 100)
    assert pantau("crawl", "--archive", str(archive(folder))).exit_code == 2
    assert "cannot be used" in caplog.text
    assert damaged.read_bytes() == b"this is no database" * 100


def archive(folder: Path) -> Path:
    """A web archive with next to nothing in it."""
    path = folder / "small.warc.gz"
    with path.open("wb") as out:
        WARCWriter(out).write_record(
            WARCWriter(out).create_warc_record(
                "https://surabaya.tribunnews.com/robots.txt",
                "response",
                payload=BytesIO(b"User-agent: *\n"),
                http_headers=StatusAndHeaders("200 OK", [], protocol="HTTP/1.1"),
            )
        )
    return path


def test_status_without_articles_says_to_collect_some(folder: Path) -> None:
    shown = pantau("status")
    assert (shown.exit_code, "pantau crawl" in shown.output) == (1, True)


def test_a_log_has_no_line_for_what_is_an_outcome() -> None:
    import logging

    from pantau.schedule import _worth_a_line

    def record(name: str, level: int) -> logging.LogRecord:
        return logging.LogRecord(name, level, __file__, 1, "message", None, None)

    assert not _worth_a_line(record("scrapy.downloadermiddlewares.retry", logging.ERROR))
    assert not _worth_a_line(record("scrapy.core.engine", logging.INFO))
    assert _worth_a_line(record("scrapy.core.scraper", logging.ERROR))
    assert _worth_a_line(record("pantau", logging.INFO))
