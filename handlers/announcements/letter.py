"""An announcement as it arrives: one message, or an album with its buttons below. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import shorten
from typing import Any

from telegram.constants import ParseMode

from handlers.announcements import buttons
from handlers.dates.writing import capitalised
from handlers.events.buttons import OpenEvent
from handlers.reply import Call
from handlers.screen import Key, keyboard, lines
from handlers.texts import Say
from storage.announcements.rules import (
    FIELDS,
    Announcement,
    AnyButton,
    EventButton,
    LinkButton,
    MediaKind,
    Part,
    ReadButton,
    fill,
    room,
)
from storage.events.rules import EventId

GREETING = re.compile(r"^[^.!?\n]{0,30}\{\s*(ime|name)\s*\}\s*[!.,:]+\s+(?=\S)", re.IGNORECASE)

METHODS = {MediaKind.PHOTO: "sendPhoto", MediaKind.DOCUMENT: "sendDocument"}


@dataclass(frozen=True, slots=True)
class InGroup:
    """Where in a group it goes: the `thread_id` of a topic, or 0; links lead to the bot by its `username`."""

    thread_id: int
    username: str


def letter(
    one: Announcement, chat_id: int, first_name: str, library: str, say: Say, group: InGroup | None = None, *,
    reminder: bool = False,
) -> list[Call]:  # fmt: skip
    """Lay an announcement out for one person; `library` is where they are, the association's office for staff.

    For a `group`, its title stands for the name. A `reminder` says that it is one, if there is room.
    """
    part = one.content.part(say.language)
    name = escape(first_name[: FIELDS["name"]])
    text = fill(part.html, name, escape(library))
    if reminder and room(part) > len(say("announcement-reminder")):
        text = lines(say("announcement-reminder"), "", text)
    markup = keyboard([[_key(one, button, say, group)] for button in one.buttons])
    to: dict[str, Any] = {"chat_id": chat_id}
    if group and group.thread_id:
        to["message_thread_id"] = group.thread_id
    match part.media:
        case ():
            preview = {"is_disabled": not part.preview}
            message = {"text": text, "parse_mode": ParseMode.HTML, "link_preview_options": preview}
            return [Call("sendMessage", {**to, **message, "reply_markup": markup})]
        case (media,):
            file = {media.kind.value: media.file_id, "caption": text, "parse_mode": ParseMode.HTML}
            return [Call(METHODS[media.kind], {**to, **file, "reply_markup": markup})]
        case _:
            album = Call("sendMediaGroup", {**to, "media": _album(part, text)}, messages=len(part.media))
            if markup is None:
                return [album]
            below = {"text": say("announcement-below"), "parse_mode": ParseMode.HTML, "reply_markup": markup}
            return [album, Call("sendMessage", {**to, **below})]


def corrected(
    one: Announcement, chat_id: int, message_id: int, first_name: str, library: str, say: Say,
    group: InGroup | None = None, *, reminder: bool = False,
) -> list[Call]:  # fmt: skip
    """Lay out the change that puts right what one person, or a `group`, has got; the files stay as they are."""
    to = group and InGroup(0, group.username)
    (first, *below) = letter(one, chat_id, first_name, library, say, to, reminder=reminder)
    method, change = "editMessageText", dict(first.parameters)
    if "text" not in change:
        files = change.pop("media", None)
        caption = files[0].get("caption", "") if files else change["caption"]
        method = "editMessageCaption"
        change = {"chat_id": chat_id, "caption": caption, "parse_mode": ParseMode.HTML}
        change |= {} if below else {"reply_markup": first.parameters.get("reply_markup")}
    return [Call(method, {**change, "message_id": message_id}, messages=0)]


def _album(part: Part, text: str) -> Sequence[Mapping[str, Any]]:
    files: list[dict[str, Any]] = [{"type": media.kind.value, "media": media.file_id} for media in part.media]
    if text:
        files[0] |= {"caption": text, "parse_mode": ParseMode.HTML}
    return files


def _key(one: Announcement, button: AnyButton, say: Say, group: InGroup | None) -> Key:
    match button:
        case LinkButton(label, url):
            return Key(label, url)
        case ReadButton():
            return Key(say.label("key-have-read"), buttons.HaveRead(one.id))
        case EventButton(event_id) if group:
            return Key(say.label("key-announced-event"), f"https://t.me/{group.username}?start=e_{event_id}")
        case EventButton(event_id):
            return Key(say.label("key-announced-event"), OpenEvent(EventId(event_id), 0, 0))


def without_greeting(plain: str) -> str:
    """Leave out the greeting by name with which a text begins: it is the same in many, and tells nothing."""
    found = GREETING.match(plain)
    return capitalised(plain[found.end() :]) if found else plain


def first_words(part: Part, most: int = 40) -> str:
    """Name an announcement by how it begins, in plain text: by whole words, unless the first is too long."""
    plain = " ".join(without_greeting(part.plain).split())
    whole = shorten(plain, most, placeholder=" …")
    return whole if whole != "…" else plain[: most - 1] + "…"
