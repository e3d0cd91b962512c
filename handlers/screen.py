"""What a person sees: a card with buttons, a picture, a file. Made by each feature's screens.py; shown by reply.py."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from telegram import BotCommand

from handlers.buttons import Button

if TYPE_CHECKING:
    from handlers.reply import Call


@dataclass(frozen=True, slots=True)
class Key:
    """One button of a keyboard: its label, and a typed button or a web address."""

    label: str
    press: Button | str


Keys = Sequence[Sequence[Key]]
"""Rows of buttons."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A card: HTML and buttons. `alert`, plain text, pops up over it for whoever tapped."""

    text: str
    keys: Keys = ()
    alert: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal(Screen):
    """A card that says that nothing was done, since it is not for whoever asked; it is logged."""


@dataclass(frozen=True, slots=True)
class Alert:
    """Plain text that pops up for whoever tapped, while what was tapped stays as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with a caption in HTML; always a message of its own."""

    png: bytes
    caption: str
    keys: Keys = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file with a caption in HTML; always a message of its own."""

    name: str
    content: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class Ready:
    """Messages that are laid out already, for whichever chat; if Telegram will not have them, `otherwise` is shown."""

    calls: "Sequence[Call]"
    otherwise: "Callable[[str], Shown]"


@dataclass(frozen=True, slots=True)
class Menu:
    """The command menu of this chat, from now on."""

    commands: Sequence[BotCommand]


Shown = Screen | Picture | File | Ready
"""What becomes a message."""


def keyboard(keys: Keys) -> Mapping[str, Any] | None:
    """Turn rows of buttons into the Bot API's InlineKeyboardMarkup; None for none."""
    rows = [[_button(key) for key in row] for row in keys if row]
    return {"inline_keyboard": rows} if rows else None


def _button(key: Key) -> Mapping[str, str]:
    if isinstance(key.press, Button):
        return {"text": key.label, "callback_data": key.press.pack()}
    return {"text": key.label, "url": key.press}


def lines(*parts: str | None) -> str:
    """Join lines of a card; None is left out, an empty string is an empty line."""
    return "\n".join(part for part in parts if part is not None)


def in_rows(keys: Iterable[Key], width: int) -> list[list[Key]]:
    """Lay keys out in rows of `width`."""
    laid = list(keys)
    return [laid[start : start + width] for start in range(0, len(laid), width)]
