"""The draft: a file, or text in one message or several; what is found in it. Pure, but for the time that it takes."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.consultations.compose.steps import Step
from handlers.context import Ask
from handlers.conversation import Misread, Quietly, fetched
from handlers.heard import FETCHED_AT_MOST, Heard
from storage.announcements.rules import MediaKind
from storage.consultations import drafting, revising
from storage.consultations.drafting import Form
from storage.consultations.wording import articles, sections
from storage.consultations.wording.apart import read_apart
from storage.consultations.wording.articles import Finding, Gap, Repeated, Split, UnclosedQuote
from storage.consultations.wording.following import follow
from storage.consultations.wording.lines import Line
from storage.consultations.wording.outcomes import Text, Unread
from storage.consultations.wording.outline import Outline, outline_of
from storage.consultations.wording.plain import plain_lines
from storage.drafts import Draft

PASTED_AT_MOST = 200_000
"""Characters that can be pasted; more comes as a file."""

WHOLE_MESSAGE = 4000
"""A message as long as this is part of a longer text, which the telephone has cut in pieces."""

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """What is in a draft."""

    form: Form
    split: Split
    outline: Outline


@dataclass(frozen=True, slots=True)
class NotFetched:
    """Telegram does not give the file."""


Before = tuple[Form, Outline] | None
"""How the version before was put in order."""


async def look_into(ask: Ask, draft: Draft, heard: Heard) -> Found | Unread | NotFetched | None:
    """Read the file that was sent, or all that was pasted once somebody goes on; None if there is nothing to read."""
    before: Before = None
    if draft.feature == revising.FEATURE:
        before = await ask.db.read(drafting.remembered, draft.data["consultation"], draft.data["base"])
    if heard.media is not None and heard.media.kind is MediaKind.DOCUMENT:
        content = await fetched(ask, heard)
        return NotFetched() if content is None else await asyncio.to_thread(_in_file, content, before)
    if heard.said == "/next" and (pasted := draft.data.get("pasted")):
        return await asyncio.to_thread(_in_text, _joined(pasted), before)
    return None


def _in_file(content: bytes, before: Before) -> Found | Unread:
    read = read_apart(content)
    return _found(read.lines, before) if isinstance(read, Text) else read


def _in_text(text: str, before: Before) -> Found:
    return _found(plain_lines(text), before)


def _found(lines: Sequence[Line], before: Before) -> Found:
    """Split a draft into its articles, and one without into what stands below its headings."""
    form, split = Form.ARTICLES, articles.split(lines)
    if not split.articles:
        form, split = Form.HEADINGS, sections.by_headings(lines)
    follows = before is not None and before[0] is form
    outline = follow(before[1], split.articles) if before and follows else outline_of(split.articles)
    return Found(form, split, outline)


def _joined(pasted: Sequence[str]) -> str:
    """Join messages to one text; a sentence that was cut in two goes on in its line."""
    text = ""
    for piece in pasted:
        goes_on = piece[:1].islower() and text[-1:].isalnum()
        text += f"{' ' if goes_on else chr(10)}{piece}" if text else piece
    return text


def take(draft: Draft, heard: Heard) -> Draft | Misread | Quietly | None:
    """Take a file or a piece of text; None if it is neither."""
    if heard.media is not None:
        return _file(draft, heard)
    if heard.said is not None or heard.text is None:
        return None
    pasted = [*draft.data.get("pasted", ()), heard.plain]
    if sum(map(len, pasted)) > PASTED_AT_MOST:
        return Misread("consult-too-much-pasted")
    taken = draft.at(Step.DRAFT, pasted=pasted)
    further = len(pasted) > 1 and len(heard.plain) >= WHOLE_MESSAGE
    return Quietly(taken) if further else taken


def _file(draft: Draft, heard: Heard) -> Draft | Misread:
    if heard.media is None or heard.media.kind is MediaKind.PHOTO:
        return Misread("consult-picture")
    if heard.size > FETCHED_AT_MOST:
        return Misread("consult-file-too-big", {"size": heard.size // MEGABYTE, "most": FETCHED_AT_MOST // MEGABYTE})
    return read(draft, heard.found)


def read(draft: Draft, found: Any) -> Draft | Misread:  # noqa: ANN401 - what `look_into` gives
    """Go on with what was found, or say why nothing was."""
    match found:
        case Found(form, split, outline):
            said = [told(one) for one in split.findings]
            return draft.at(Step.OUTLINE, form=form, preamble=split.preamble, outline=drafting.kept(outline),
                            findings=said or None, pasted=None, page=None)  # fmt: skip
        case None | NotFetched():
            return Misread("consult-not-fetched")
        case _:
            return Misread("consult-unread", {"why": _why(found)})


def _why(unread: Unread) -> str:
    return type(unread).__name__


def told(finding: Finding) -> list[str]:
    """Lay a finding out as the draft keeps it: its kind, and the numbers of articles."""
    match finding:
        case UnclosedQuote(number):
            return ["unclosed", number or ""]
        case Gap(after, before):
            return ["gap", after, before]
        case Repeated(number):
            return ["repeated", number]
