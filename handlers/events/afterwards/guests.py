"""Guests have no chat: the office has their certificates made, and hands them on."""

from datetime import datetime

from handlers.context import Tap
from handlers.conversation import Guide, again, begin_card
from handlers.events.afterwards import buttons
from handlers.events.afterwards import certificate_screens as screens
from handlers.events.afterwards.certificates import CODE, advance, given
from handlers.events.staff_screens import no_such
from handlers.reference import new_reference
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from storage.database import Tx
from storage.drafts import Draft, Gone, NotYours
from storage.events import attendance, certificates
from storage.events.certificates import Certificate, MayHave, NotThere
from storage.events.rules import RegistrationId
from storage.people import Person, Role

STAFF = Role.STAFF


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> MayHave | NotThere:  # noqa: ARG001 - as guides load
    return certificates.guest_may_have(tx, RegistrationId(draft.data["guest"]))


GUIDE = Guide(certificates.GUESTS, STAFF, advance, screens.naming, _load)


@on_tap(buttons.Guests, may=STAFF)
async def guests(tap: Tap[buttons.Guests]) -> Answer:
    """The guests who were at an event."""
    found = await tap.db.read(attendance.attendance, tap.button.event_id)
    return no_such(tap.say) if found is None else screens.guests(found, tap.button.page, tap.say)


@on_tap(buttons.GuestCertificate, may=STAFF)
async def certificate(tap: Tap[buttons.GuestCertificate]) -> Answer:
    """A guest's certificate; the first time, their name is asked about."""
    number = tap.button.number
    found = await tap.db.read(certificates.guest_may_have, number)
    if not isinstance(found, MayHave):
        return no_such(tap.say)
    if found.made is not None and not tap.button.anew:
        return await given(tap, found.made)
    data = {"event": found.event.id, "guest": number}
    name = certificates.whole_name(found.guest or "")
    if name is None or tap.button.anew:
        return await begin_card(tap, GUIDE, "name", data)
    return await begin_card(tap, GUIDE, "check", {**data, "name": name})


@on_tap(buttons.IssueForGuest, may=STAFF)
async def issue(tap: Tap[buttons.IssueForGuest]) -> Answer:
    """Make the certificate with the name that the office has given."""
    button = tap.button
    done = await tap.db.transact(
        certificates.issue_for_guest, button.draft_id, button.version, new_reference(CODE), tap.person.id, tap.now
    )
    match done:
        case Certificate():
            return await given(tap, done)
        case NotThere():
            return no_such(tap.say)
        case NotYours():
            return refusal(tap)
        case Gone():
            return await again(tap, GUIDE)


ROUTES = (guests, certificate, issue)
