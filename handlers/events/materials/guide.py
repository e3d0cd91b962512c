"""The conversation in which the office sends the files of an event. Pure."""

from datetime import datetime
from typing import Any

from handlers.conversation import Guide, Misread
from handlers.events.materials import screens
from handlers.heard import Heard
from storage.database import Tx
from storage.drafts import Draft
from storage.events import books, materials
from storage.events.materials import FILES_AT_MOST, NAME_AT_MOST, Readers
from storage.events.rules import Event, EventId
from storage.people import Person, Role


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Event | None:  # noqa: ARG001 - as guides load
    return books.find(tx, EventId(draft.data["event"]))


def _takes(draft: Draft, heard: Heard, facts: Any, now: datetime) -> Draft | Misread:  # noqa: ANN401, ARG001 - as guides take
    said, files = heard.said or "", draft.data.get("files", [])
    readers = said.removeprefix("/for ")
    if readers in list(Readers):
        return draft.at("files", readers=readers)
    if draft.step == "readers":
        return Misread("materials-choose-readers")
    if said in {"/back", "/drop"}:
        return draft.at("readers") if said == "/back" else draft.at("files", files=files[:-1])
    if heard.media is None:
        return Misread("materials-no-file")
    if len(files) >= FILES_AT_MOST:
        return Misread("materials-too-many", {"most": FILES_AT_MOST})
    name = (heard.plain.splitlines() or [heard.name])[0][:NAME_AT_MOST]
    return draft.at("files", files=[*files, [heard.media.kind.value, heard.media.file_id, name]])


GUIDE = Guide(materials.FEATURE, Role.STAFF, None, screens.sending, _load, takes=_takes)
