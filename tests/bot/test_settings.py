"""Settings: the environment goes before the file; an error names the field and never shows the value."""

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.settings import (
    Announcements,
    BadSettings,
    Consultations,
    Feeds,
    Log,
    Sending,
    Settings,
    Web,
    Webhook,
    load,
)
from tests.process import ROOT

TOKEN = "4242:kanarcek"
SECRET = "kanarcek" * 4

GOOD = f"""
token = "{TOKEN}"
database = "sqlite:///books.db"
[web]
port = 9000
[log]
format = "json"
[webhook]
url = "https://bot.example.org"
secret = "{SECRET}"
"""


def _write(folder: Path, content: str) -> Path:
    path = folder / "config.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_file_is_read(tmp_path: Path) -> None:
    settings = load(_write(tmp_path, GOOD))
    assert settings.token.get_secret_value() == TOKEN
    assert (settings.database, settings.web.port, settings.web.host) == ("sqlite:///books.db", 9000, "127.0.0.1")
    assert (settings.log.format, settings.log.level) == ("json", "info")
    assert settings.webhook is not None
    assert settings.webhook.secret.get_secret_value() == SECRET


COMMENTED = re.compile(r"^# (\w+ = .+|\[\w+\])$", re.MULTILINE)


def test_the_example_names_all_there_is_to_set() -> None:
    example = tomllib.loads(COMMENTED.sub(r"\1", (ROOT / "config.example.toml").read_text(encoding="utf-8")))
    sections: dict[str, type[BaseModel]] = {
        "web": Web, "sending": Sending, "announcements": Announcements, "consultations": Consultations, "feeds": Feeds,
        "log": Log, "webhook": Webhook,
    }  # fmt: skip
    assert set(example) == set(Settings.model_fields)
    assert {name: set(example[name]) for name in sections} == {
        name: set(of.model_fields) for name, of in sections.items()
    }


def test_votes_of_others_that_a_library_may_cast_are_few(tmp_path: Path) -> None:
    assert load(_write(tmp_path, GOOD)).consultations.proxies == 1
    assert load(_write(tmp_path, f"{GOOD}\n[consultations]\nproxies = 3")).consultations.proxies == 3
    with pytest.raises(BadSettings, match=r"consultations\.proxies"):
        load(_write(tmp_path, f"{GOOD}\n[consultations]\nproxies = 11"))


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLASNIK_WEB__PORT", "9001")
    monkeypatch.setenv("GLASNIK_TOKEN", "4243:other")
    settings = load(_write(tmp_path, GOOD))
    assert (settings.web.port, settings.log.format) == (9001, "json")
    assert settings.token.get_secret_value() == "4243:other"


def test_the_environment_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GLASNIK_TOKEN", TOKEN)
    settings = load(tmp_path / "none.toml")
    assert (settings.webhook, settings.telegram) == (None, "https://api.telegram.org")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadSettings) as refused:
        load(tmp_path / "none.toml")
    assert str(refused.value).splitlines() == [f"there is no {tmp_path / 'none.toml'}", "token: Field required"]


def test_the_example_lacks_nothing_but_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    example = ROOT / "config.example.toml"
    with pytest.raises(BadSettings, match="token: the token that BotFather gave"):
        load(example)
    monkeypatch.setenv("GLASNIK_TOKEN", TOKEN)
    assert load(example).web.port == 8080


@pytest.mark.parametrize(
    ("good", "bad", "field"),
    [
        (f'token = "{TOKEN}"', 'token = "kanarcek"', "token"),
        (f'token = "{TOKEN}"', "", "token"),
        ("sqlite:///books.db", "mysql://kanarcek@host/books", "database"),
        ("sqlite:///books.db", "kanarcek", "database"),
        ("sqlite:///books.db", "postgresql://ana:geslo@host:kanarcek/books", "database"),
        ("port = 9000", 'port = "kanarcek"', "web.port"),
        ("port = 9000", "port = 70000", "web.port"),
        ('format = "json"', 'format = "kanarcek"', "log.format"),
        ('format = "json"', 'colour = "kanarcek"', "log.colour"),
        ("https://bot.example.org", "kanarcek", "webhook.url"),
        (SECRET, "kanarcek", "webhook.secret"),
        (f'secret = "{SECRET}"', "", "webhook.secret"),
        ("[web]", "[wev]", "wev"),
    ],
)
def test_an_error_names_the_field_and_never_the_value(tmp_path: Path, good: str, bad: str, field: str) -> None:
    assert good in GOOD
    with pytest.raises(BadSettings) as refused:
        load(_write(tmp_path, GOOD.replace(good, bad)))
    (line,) = str(refused.value).splitlines()
    assert line.startswith(f"{field}: ")
    assert "kanarcek" not in line


def test_each_error_has_a_line(tmp_path: Path) -> None:
    with pytest.raises(BadSettings) as refused:
        load(_write(tmp_path, GOOD.replace("9000", "70000").replace("json", "xml")))
    assert {line.partition(":")[0] for line in str(refused.value).splitlines()} == {"web.port", "log.format"}


@pytest.mark.parametrize("content", [b'token = "kanarcek', b'token = "kanar\xe8ek"'])
def test_what_is_not_toml_is_named_without_its_content(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    with pytest.raises(BadSettings) as refused:
        load(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert "kanar" not in str(refused.value)


@pytest.mark.parametrize("name", ["GLASNIK_WEB", "GLASNIK_WEBHOOK"])
def test_a_section_in_the_environment_that_is_no_json_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "kanarcek")
    with pytest.raises(BadSettings) as refused:
        load(_write(tmp_path, GOOD))
    assert name.removeprefix("GLASNIK_").lower() in str(refused.value)
    assert "kanarcek" not in str(refused.value)


def test_more_than_telegram_gives_for_nothing_is_only_sent_by_whoever_says_that_they_pay(tmp_path: Path) -> None:
    fast = f'token = "{TOKEN}"\n[sending]\nper_second = 31\n'
    with pytest.raises(BadSettings, match=r"sending: .*paid = true"):
        load(_write(tmp_path, fast))
    assert load(_write(tmp_path, fast + "paid = true\n")).sending.per_second == 31
