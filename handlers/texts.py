"""All that the bot says, in Slovene and English, from handlers/texts/*/*.ftl."""

import html
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import structlog
from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import MAX_PART_LENGTH
from fluent.runtime.types import FluentType

log = structlog.get_logger(__name__)

LANGUAGES = ("sl", "en")
FOLDER = Path(__file__).parent / "texts"


class Markup(str):
    """HTML that is ready for Telegram: not escaped again."""

    __slots__ = ()


@dataclass(frozen=True)
class Say:
    """Speaks one language: `say(key, …)` gives HTML for a message, `say.label(key, …)` plain text for a button.

    A string that goes into a message is escaped unless it is `Markup`. Numbers choose the plural; ids go in as text.
    """

    language: str
    bundle: FluentBundle
    strict: bool
    texts: "Texts"

    def in_language(self, language: str) -> "Say":
        """Return the voice in another language, for what is shown as others see it."""
        return self.texts.say(language)

    def __call__(self, key: str, **args: Any) -> Markup:  # noqa: ANN401 - what Fluent takes
        """Return the message `key` as HTML."""
        return Markup(self._format(key, {name: _escaped(value) for name, value in args.items()}))

    def label(self, key: str, **args: Any) -> str:  # noqa: ANN401 - what Fluent takes
        """Return the message `key` as plain text."""
        return self._format(key, args)

    def _format(self, key: str, args: dict[str, Any]) -> str:
        if not self.bundle.has_message(key) or (pattern := self.bundle.get_message(key).value) is None:
            if self.strict:
                raise KeyError(f"No text {key!r} in {self.language!r}.")
            log.error("text_missing", key=key, language=self.language)
            return key
        text, errors = self.bundle.format_pattern(pattern, {name: _whole(value) for name, value in args.items()})
        if errors:
            if self.strict:
                raise ValueError(f"Text {key!r} in {self.language!r}: {errors}")
            log.error("text_faulty", key=key, language=self.language, errors=[type(error).__name__ for error in errors])
        return str(text)


class _Whole(FluentType):
    """A text that is longer than Fluent lets into a message."""

    def __init__(self, text: str) -> None:
        self._text = text

    def format(self, locale: Locale) -> str:  # noqa: ARG002 - as Fluent formats
        return self._text


def _whole(value: Any) -> Any:  # noqa: ANN401 - what Fluent takes
    return _Whole(value) if isinstance(value, str) and len(value) > MAX_PART_LENGTH else value


def _escaped(value: Any) -> Any:  # noqa: ANN401 - what Fluent takes
    if isinstance(value, str) and not isinstance(value, Markup):
        return html.escape(value, quote=False)
    return value


class Texts:
    """The texts of all languages; with `strict`, a missing text or argument raises (tests), else it is logged."""

    def __init__(self, *, strict: bool = False) -> None:
        self._strict = strict

    @cached_property
    def _says(self) -> dict[str, Say]:
        return {language: Say(language, _bundle(language), self._strict, self) for language in LANGUAGES}

    def say(self, language: str) -> Say:
        """Return the voice for a language code; any other than the two speaks English."""
        return self._says.get(language, self._says["en"])

    def choose(self, telegram_code: str | None) -> str:
        """Choose a language for somebody of whom only Telegram's language code is known."""
        return "sl" if telegram_code is None or telegram_code.startswith("sl") else "en"


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
