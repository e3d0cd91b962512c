"""How what is typed and sent is read, part by part. Pure."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from handlers.calls.compose.steps import Step, after
from handlers.conversation import Misread, Quietly
from handlers.dates.asking import echo, one_line
from handlers.heard import Heard
from storage.announcements.rules import MediaKind
from storage.calls import rules
from storage.drafts import Draft
from storage.links import is_link

Taken = Draft | Misread | Quietly

AT_MOST: Mapping[Step, int] = {
    Step.TITLE_SL: rules.TITLE_AT_MOST,
    Step.TITLE_EN: rules.TITLE_AT_MOST,
    Step.CALLER: rules.CALLER_AT_MOST,
    Step.SUMMARY_SL: rules.SUMMARY_AT_MOST,
    Step.SUMMARY_EN: rules.SUMMARY_AT_MOST,
    Step.LINK: rules.LINK_AT_MOST,
    Step.COFINANCING: rules.COFINANCING_AT_MOST,
    Step.WORDS: rules.WORDS_AT_MOST,
    Step.LABEL: rules.LABEL_AT_MOST,
}
"""Characters."""

NAME_AT_MOST = 120
UNNAMED = "…"
"""The name of a file that has none."""

_AMOUNT = re.compile(r"(\d+|\d{1,3}(?:[., ]\d{3})+)(?:[.,](?:\d{2}|-))?", re.ASCII)
_CURRENCY = re.compile(r"(?:€|eur|evrov|evra|evri|euros?)\.?", re.IGNORECASE)


def text(said: str, step: Step) -> str | Misread:
    """Read a text in one line."""
    return fitting(one_line(said), step)


def fitting(plain: str, step: Step) -> str | Misread:
    """Return a text, if it is one and is not too long."""
    if not plain:
        return Misread("guide-empty")
    if len(plain) > AT_MOST[step]:
        return Misread("guide-too-long", {"count": len(plain), "most": AT_MOST[step]})
    return plain


def _text(draft: Draft, said: str, now: datetime) -> Taken:  # noqa: ARG001 - as steps read
    step = Step(draft.step)
    read = text(said, step)
    return read if isinstance(read, Misread) else after(draft.at(step, **{step: read}), step)


def _summary(draft: Draft, said: str, now: datetime) -> Taken:  # noqa: ARG001 - as steps read
    step = Step(draft.step)
    read = fitting("\n".join(one_line(line) for line in said.strip().splitlines()).strip(), step)
    return read if isinstance(read, Misread) else after(draft.at(step, **{step: read}), step)


def _link(draft: Draft, said: str, now: datetime) -> Taken:
    if not is_link(said.strip()):
        return Misread("guide-misread-link", {"said": echo(said)})
    return _text(draft, said.strip(), now)


def _amount(draft: Draft, said: str, now: datetime) -> Taken:  # noqa: ARG001 - as steps read
    read = amount(said)
    if read is None:
        return Misread("call-misread-amount", {"said": echo(said), "most": rules.AMOUNT_AT_MOST})
    return after(draft.at(Step.AMOUNT, amount=read), Step.AMOUNT)


def amount(said: str) -> int | None:
    """Read euros: »250.000«, »250 000 EUR«, »1.250,00 €«; None if it is no amount that can be."""
    plain = _CURRENCY.sub("", one_line(said)).strip()
    found = _AMOUNT.fullmatch(plain)
    if found is None or len(plain) > len("1.000.000.000,00"):
        return None
    euros = int(re.sub(r"\D", "", found[1]))
    return euros if 0 < euros <= rules.AMOUNT_AT_MOST else None


READ: Mapping[Step, Callable[[Draft, str, datetime], Taken]] = {
    Step.TITLE_SL: _text,
    Step.TITLE_EN: _text,
    Step.CALLER: _text,
    Step.SUMMARY_SL: _summary,
    Step.SUMMARY_EN: _summary,
    Step.LINK: _link,
    Step.AMOUNT: _amount,
    Step.COFINANCING: _text,
}
"""How typed text is read where a part is asked for."""

TAKES_FILES = {Step.DOCUMENTS, Step.CARD}
"""Where files can be sent."""


def file(draft: Draft, heard: Heard) -> Taken:
    """Take a document. Of several that were sent together, only the first is answered."""
    if heard.media is None or heard.media.kind is not MediaKind.DOCUMENT:
        return Misread("call-document-needed")
    there, album = draft.data.get("documents", []), heard.album
    if len(there) >= rules.DOCUMENTS_AT_MOST:
        kept = draft.at(draft.step, refused=album)
        said = album is not None and draft.data.get("refused") == album
        return Quietly(kept) if said else Misread("call-too-many-documents", {"most": rules.DOCUMENTS_AT_MOST}, kept)
    name = one_line(heard.name)[:NAME_AT_MOST] or UNNAMED
    taken = draft.at(Step.DOCUMENTS, documents=[*there, [name, heard.media.file_id]], album=album)
    return Quietly(taken) if album is not None and draft.data.get("album") == album else taken
