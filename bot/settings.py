"""Settings from config.toml and the environment (GLASNIK_TOKEN, GLASNIK_DATABASE, GLASNIK_WEBHOOK__URL, …)."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from storage.budget import FREE_PER_SECOND
from storage.consultations.rules import PROXIES_AT_MOST
from storage.engines import is_sqlite


def _known_database(url: str) -> str:
    is_sqlite(url)
    return url


def _like(pattern: str, words: str) -> AfterValidator:
    """Check a secret without ever showing it."""

    def check(secret: SecretStr) -> SecretStr:
        if not re.fullmatch(pattern, secret.get_secret_value()):
            raise ValueError(words)
        return secret

    return AfterValidator(check)


class Webhook(BaseModel):
    """How Telegram reaches the bot, if it does not poll; `secret` is checked on every call."""

    model_config = ConfigDict(extra="forbid")

    url: HttpUrl
    secret: Annotated[SecretStr, _like(r"[A-Za-z0-9_-]{16,256}", "16 to 256 letters, digits, _ or -")]


class Web(BaseModel):
    """Where the bot's own web server listens: health, metrics, webhook, calendars; how it is reached, if it is."""

    model_config = ConfigDict(extra="forbid")

    url: HttpUrl | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)


class Sending(BaseModel):
    """How fast messages go out; `per_second` is Telegram's limit for the bot, 0 sends without one.

    Above 30 Telegram wants each message of a broadcast to be `paid` for, in Stars.
    """

    model_config = ConfigDict(extra="forbid")

    per_second: float = Field(default=FREE_PER_SECOND, ge=0, le=1000)
    paid: bool = False

    @model_validator(mode="after")
    def _paid_for(self) -> "Sending":
        if self.per_second > FREE_PER_SECOND and not self.paid:
            raise ValueError(f"more than {FREE_PER_SECOND} per_second costs Stars: set paid = true as well")
        return self


class Announcements(BaseModel):
    """How the office announces; with `approval`, a colleague confirms each announcement before it goes."""

    model_config = ConfigDict(extra="forbid")

    approval: bool = False


class Consultations(BaseModel):
    """How members are consulted.

    A library may cast the votes of at most `proxies` others, unless staff say otherwise. `template` is the .docx of
    which the position document is made, in place of the one that comes with the bot.
    """

    model_config = ConfigDict(extra="forbid")

    proxies: int = Field(default=1, ge=0, le=PROXIES_AT_MOST)
    template: Path | None = None


class Feeds(BaseModel):
    """Where calls may be read from: public addresses on the usual ports, and the hosts in `allow` wherever they are."""

    model_config = ConfigDict(extra="forbid")

    allow: list[str] = []


class Log(BaseModel):
    """How the log looks."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["console", "json"] = "console"
    level: Literal["debug", "info", "warning", "error"] = "info"


class Settings(BaseSettings):
    """All there is to set."""

    model_config = SettingsConfigDict(
        env_prefix="GLASNIK_", env_nested_delimiter="__", extra="forbid", hide_input_in_errors=True
    )

    token: Annotated[SecretStr, _like(r"\d+:[\w-]+", "the token that BotFather gave, NUMBER:LETTERS")]
    database: Annotated[str, AfterValidator(_known_database)] = "sqlite:///data/glasnik.db"
    telegram: str = "https://api.telegram.org"
    webhook: Webhook | None = None
    web: Web = Web()
    sending: Sending = Sending()
    announcements: Announcements = Announcements()
    consultations: Consultations = Consultations()
    feeds: Feeds = Feeds()
    log: Log = Log()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment goes before the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


OURS = "Value error, "
"""Pydantic puts it before words of ours."""


class BadSettings(Exception):
    """The settings cannot be used; the text says which and why, a line each, without their values."""


def load(path: Path) -> Settings:
    """Read the settings from `path` and the environment.

    Raises:
        BadSettings: Something is missing or wrong.
    """

    class FromFile(Settings):
        model_config = SettingsConfigDict(toml_file=path)

    try:
        return FromFile()  # type: ignore[call-arg]  # the fields come from the sources
    except ValidationError as error:
        lines = [
            f"{'.'.join(str(part) for part in one['loc'])}: {one['msg'].removeprefix(OURS)}" for one in error.errors()
        ]
        missing = [] if path.exists() else [f"there is no {path}"]
        raise BadSettings("\n".join([*missing, *lines])) from None
    except ValueError as error:  # not TOML
        raise BadSettings(f"{path}: {error}") from None
