"""The conversation in which the office sends the document back as it was edited."""

from datetime import datetime
from typing import Any

from handlers.consultations.position import screens
from handlers.conversation import Guide, Misread
from handlers.heard import Heard
from storage.announcements.rules import MediaKind
from storage.consultations import books, positions
from storage.consultations.rules import Consultation
from storage.database import Tx
from storage.drafts import Draft
from storage.people import Person, Role

KINDS = (".docx", ".pdf")


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Consultation | None:  # noqa: ARG001 - as guides load
    return books.find(tx, draft.data["consultation"])


def _takes(draft: Draft, heard: Heard, facts: Any, now: datetime) -> Draft | Misread:  # noqa: ANN401, ARG001 - as guides take
    if heard.said == "/back":
        return draft.at("file", file_id=None, name=None)
    file = heard.media
    if file is None or file.kind is not MediaKind.DOCUMENT or not heard.name.lower().endswith(KINDS):
        return Misread("position-not-a-document")
    return draft.at("check", file_id=file.file_id, name=heard.name)


GUIDE = Guide(positions.FEATURE, Role.STAFF, None, screens.asked, _load, takes=_takes)
