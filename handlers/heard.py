"""What a person says in a conversation: a word on a button, or a whole message with its formatting and files."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from telegram import Message, MessageEntity

from storage.announcements.rules import Media, MediaKind, units

NEEDED = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}
"""What these kinds of formatting cannot be without."""

FETCHED_AT_MOST = 20 * 2**20
"""Bytes of a file; Telegram lets a bot fetch no more."""

UNSUPPORTED = ("animation", "video", "voice", "audio", "video_note", "sticker", "poll", "location", "contact")
"""The kinds of content that have a name; a moving picture is a document as well, so it is looked for first."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said: `said` by a button, else a message.

    `html` and `plain` are its text, with and without formatting; `name` and `size` are those of its file; messages with
    the same `album` belong together; `preview` tells whether its link may show a preview; `other` names a kind of
    content that is neither text nor picture nor file. `found` is what the conversation has worked out of it beforehand.
    """

    said: str | None = None
    html: str = ""
    plain: str = ""
    media: Media | None = None
    name: str = ""
    size: int = 0
    album: str | None = None
    preview: bool = True
    other: str | None = None
    found: Any = None

    @property
    def text(self) -> str | None:
        """What can be said by typing as well as by a button; None for pictures, files and the like."""
        if self.said is not None:
            return self.said
        return None if self.media or self.other else self.plain or None


def heard_of(message: Message) -> Heard:
    """Read a message; entities that make no sense are left out."""
    plain, html = _text(message)
    options = message.link_preview_options
    given: dict[str, Any] = {"plain": plain, "html": html, "album": message.media_group_id}
    other = next((kind for kind in UNSUPPORTED if getattr(message, kind)), None)
    if other is not None:
        return Heard(**given, other=other)
    if message.photo:
        biggest = max(message.photo, key=lambda size: size.width * size.height)
        return Heard(**given, media=Media(MediaKind.PHOTO, biggest.file_id), size=biggest.file_size or 0)
    if message.document:
        file = message.document
        given |= {"media": Media(MediaKind.DOCUMENT, file.file_id), "name": file.file_name or ""}
        return Heard(**given, size=file.file_size or 0)
    if message.text is None:
        return Heard(**given, other="other")
    return Heard(**given, preview=not (options and options.is_disabled))


def _text(message: Message) -> tuple[str, str]:
    """Return the text or caption, without and with formatting."""
    text = message.text if message.text is not None else message.caption or ""
    entities = message.entities or message.caption_entities
    clean = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\x00", " ")
    if not clean.strip():
        return "", ""
    if not entities:
        return clean.strip(), escape(clean.strip(), quote=False)
    whole = Message(message.message_id, message.date, message.chat, text=clean, entities=sound(clean, entities))
    return clean.strip(), whole.text_html.strip()


def sound(text: str, entities: Sequence[MessageEntity]) -> list[MessageEntity]:
    """Leave out entities that lack what they need, end beyond the text, cut a character in two or overlap each other.

    One may hold another. What goes into a tag as its value is escaped, which python-telegram-bot leaves undone.
    """
    kept: list[MessageEntity] = []
    whole, length = text.encode("utf-16-le"), units(text)
    for one in sorted(entities, key=lambda entity: (entity.offset, -entity.length)):
        start, end = one.offset, one.offset + one.length
        needed = NEEDED.get(one.type)
        if needed is not None and not getattr(one, needed):
            continue
        inside = 0 <= start < end <= length and not any(_splits(whole, edge) for edge in (start, end))
        if inside and all(end <= other.offset + other.length or other.offset + other.length <= start for other in kept):
            kept.append(MessageEntity(one.type, one.offset, one.length, url=one.url and escape(one.url), user=one.user,
                                      language=one.language and escape(one.language),
                                      custom_emoji_id=one.custom_emoji_id and escape(one.custom_emoji_id)))  # fmt: skip
    return kept


def _splits(whole: bytes, edge: int) -> bool:
    """Tell whether a place in UTF-16 units is between the two halves of one character."""
    return edge * 2 < len(whole) and 0xDC00 <= int.from_bytes(whole[edge * 2 : edge * 2 + 2], "little") <= 0xDFFF  # noqa: PLR2004 - Unicode's
