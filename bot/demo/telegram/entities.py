"""Formatted text into plain text and entities, with offsets in UTF-16 units, as Telegram does it."""

import html
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from bot.demo.telegram.errors import bad

JSON = dict[str, Any]

TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "tg-spoiler": "spoiler", "span": "spoiler", "a": "text_link", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+|(?:www\.|t\.me/)[^\s<>\"]+)|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?)"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.]+\w)|(?P<mention>(?<!\w)@\w{4,32})|(?P<hashtag>(?<!\w)\#\w+)"
)
PERSON = re.compile(r"tg://user\?id=(\d{1,19})")
MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler", "`": "code",
         "```": "pre"}  # fmt: skip
RESERVED = set("_*[]()~`>#+-=|{}.!")


def link(url: str, words: str) -> JSON:
    """Make the entity of a link: one that leads to a person names them."""
    if person := PERSON.fullmatch(url):
        return {"type": "text_mention", "user": {"id": int(person[1]), "is_bot": False, "first_name": words}}
    return {"type": "text_link", "url": url}


def units(text: str) -> int:
    """Count UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    more: JSON


class _Html(HTMLParser):
    """Reads Telegram's HTML; what it does not know is refused in Telegram's words."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.source, self.text = source, ""
        self.open: list[_Open] = []
        self.entities: list[JSON] = []
        self.feed(source)
        self.close()
        if self.open:
            tag = self.open[-1].tag
            raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\"")

    def _at(self) -> int:
        line, column = self.getpos()
        before = self.source.split("\n")[: line - 1]
        return len("\n".join([*before, self.source.split("\n")[line - 1][:column]]).encode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in TAGS or (tag == "span" and values.get("class") != "tg-spoiler"):
            raise bad(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {self._at()}')
        more: JSON = {}
        if tag == "a":
            more["url"] = values.get("href") or ""
        if tag == "blockquote" and "expandable" in values:
            more["type"] = "expandable_blockquote"
        if tag == "code" and (values.get("class") or "").startswith("language-") and self.open:
            self.open[-1].more["language"] = (values["class"] or "").removeprefix("language-")
        if tag == "tg-emoji":
            more["custom_emoji_id"] = values.get("emoji-id") or ""
        self.open.append(_Open(tag, units(self.text), more))

    def handle_endtag(self, tag: str) -> None:
        if not self.open:
            raise bad(f"can't parse entities: Unexpected end tag at byte offset {self._at()}")
        opened = self.open.pop()
        if opened.tag != tag:
            raise bad(
                f"can't parse entities: Unmatched end tag at byte offset {self._at()}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        length = units(self.text) - opened.offset
        more = opened.more
        if tag == "a":
            words = self.text.encode("utf-16-le")[opened.offset * 2 :].decode("utf-16-le")
            more = link(more["url"], words) if more["url"] else {}
        if length and (more or tag != "a"):
            self.entities.append({"type": TAGS[tag], "offset": opened.offset, "length": length, **more})

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += html.unescape(f"&{name};") if name in {"lt", "gt", "amp", "quot"} else f"&{name};"

    def handle_charref(self, name: str) -> None:
        self.text += html.unescape(f"&#{name};")


def from_html(source: str) -> tuple[str, list[JSON]]:
    """Read HTML."""
    parsed = _Html(source)
    return parsed.text, parsed.entities


def from_markdown(source: str) -> tuple[str, list[JSON]]:
    """Read MarkdownV2."""
    text, at = "", 0
    opened: list[tuple[str, int]] = []
    found: list[JSON] = []
    while at < len(source):
        mark = next((mark for mark in ("```", "__", "||", "*", "_", "~", "`") if source.startswith(mark, at)), None)
        code = bool(opened) and opened[-1][0] in {"`", "```"}
        if source[at] == "\\" and at + 1 < len(source):
            text += source[at + 1]
            at += 2
        elif mark and (not code or opened[-1][0] == mark):
            if opened and opened[-1][0] == mark:
                _, offset = opened.pop()
                found.append({"type": MARKS[mark], "offset": offset, "length": units(text) - offset})
            else:
                opened.append((mark, units(text)))
            at += len(mark)
        elif not code and (linked := re.compile(r"\[((?:\\.|[^\]])*)\]\(((?:\\.|[^)])*)\)").match(source, at)):
            inner, within = from_markdown(linked[1])
            offset = units(text)
            found += [{**entity, "offset": entity["offset"] + offset} for entity in within]
            found.append({**link(linked[2], inner), "offset": offset, "length": units(inner)})
            text += inner
            at = linked.end()
        elif not code and source[at] in RESERVED and not (source[at] == ">" and (at == 0 or source[at - 1] == "\n")):
            raise bad(
                f"can't parse entities: Character '{source[at]}' is reserved "
                "and must be escaped with the preceding '\\'"
            )
        else:
            text += source[at]
            at += 1
    if opened:
        kind = MARKS[opened[-1][0]].capitalize()
        raise bad(f"can't parse entities: Can't find end of {kind} entity at byte offset {len(source.encode())}")
    return text, found


def parse(source: str, mode: str | None, given: list[JSON] | None) -> tuple[str, list[JSON]]:
    """Read `source` in a parse mode, find links and commands in it, and trim it as Telegram does."""
    match (mode or "").lower():
        case "html":
            text, found = from_html(source)
        case "markdownv2":
            text, found = from_markdown(source)
        case "":
            text, found = source, list(given or [])
        case _:
            raise bad("unsupported parse_mode")
    stripped = text.lstrip()
    cut = units(text) - units(stripped)
    text = stripped.rstrip()
    end = units(text)
    kept = []
    for entity in found:
        start = max(entity["offset"] - cut, 0)
        length = min(entity["offset"] - cut + entity["length"], end) - start
        if length > 0:
            kept.append({**entity, "offset": start, "length": length})
    bound = {"code", "pre", "text_link", "text_mention"}
    taken = [(one["offset"], one["offset"] + one["length"]) for one in kept if one["type"] in bound]
    for match_ in FOUND.finditer(text):
        start = units(text[: match_.start()])
        length = units(match_[0])
        if not any(begin < start + length and start < stop for begin, stop in taken):
            kept.append({"type": str(match_.lastgroup), "offset": start, "length": length})
    return text, sorted(kept, key=lambda one: (one["offset"], -one["length"]))
