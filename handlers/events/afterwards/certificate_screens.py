"""What certificates look like. Pure: outcome in, card out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.dates import writing
from handlers.events import buttons as events
from handlers.events import words as general
from handlers.events.afterwards import buttons
from handlers.events.lists import cut, paged
from handlers.guiding import leave, picks
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.drafts import Draft
from storage.events.attendance import Attendance
from storage.events.certificates import GUESTS, Certificate, MayHave, NotThere, NotYet, initials
from storage.events.rules import Event
from storage.local_time import LJUBLJANA

PART = 4
"""A code is shown in parts of so many characters."""


@dataclass(frozen=True, slots=True)
class CertificateWords:
    """What stands on a certificate."""

    association: str
    heading: str
    given_to: str
    name: str
    library: str
    for_what: str
    title: str
    facts: Sequence[str]
    number: str
    issued: str
    check: str
    link: str
    language: str
    at: datetime


def dashed(code: str) -> str:
    """Show a code as people read it to one another."""
    return "-".join(code[start : start + PART] for start in range(0, len(code), PART))


def number(one: Certificate, say: Say) -> str:
    """Name a certificate by its number and the year."""
    return say.label("certificate-number", number=str(one.number), year=str(one.issued_at.astimezone(LJUBLJANA).year))


def days(event: Event, say: Say) -> str:
    """Say on which day an event was, or on which days."""
    first, last = (writing.day(one, say.language) for one in (event.details.starts_at, event.details.ends_at))
    return first if first == last else say.label("certificate-days", first=first, last=last)


def words(one: Certificate, web: str | None, link: str, say: Say) -> CertificateWords:
    """Say what stands on a certificate; it is checked at the bot's web address, or where it has none by a link."""
    details = one.event.details
    code = dashed(one.code)
    address = link if web is None else f"{web}/c/{code}"
    check = (
        say.label("certificate-check-chat", code=code) if web is None else say.label("certificate-check", link=address)
    )
    facts = [days(one.event, say), general.where(details, say)]
    if details.hours is not None:
        facts.append(say.label("certificate-hours", hours=details.hours))
    issued = say.label("certificate-issued", day=writing.day(one.issued_at, say.language))
    return CertificateWords(
        say.label("document-word-association"), say.label("certificate-heading"), say.label("certificate-given-to"),
        one.name or "", _library(one, say), say.label("certificate-for"),
        general.title(details, say), facts, number(one, say), issued, check, address, say.language, one.issued_at,
    )  # fmt: skip


def _library(one: Certificate, say: Say) -> str:
    """Name the library; a guest is from none, or from one whose name the office has not given."""
    return one.library or ("" if one.guest is not None else say.label("office-of-association"))


def naming(draft: Draft, facts: MayHave | NotYet | NotThere, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Ask for the whole name, or whether it is right."""
    title = general.title(facts.event.details, say) if isinstance(facts, MayHave) else ""
    heading, guest = say("certificate-card", title=title), draft.feature == GUESTS
    if draft.step == "name":
        kept = None if guest else say("certificate-name-kept")
        return Screen(lines(heading, say("certificate-ask-name"), kept), leave(say))
    issue = buttons.IssueForGuest if guest else buttons.IssueCertificate
    keys = [Key(say.label("key-certificate-make"), issue(draft.id, draft.version)),
            picks(draft)(say.label("key-change"), "/back")]  # fmt: skip
    return Screen(lines(heading, say("certificate-ask-sure", name=draft.data["name"])), [keys, *leave(say)])


def given(one: Certificate, say: Say) -> Screen:
    """Say that the certificate follows, and what can be done with it."""
    text = lines(
        say("certificate-card", title=general.title(one.event.details, say)),
        say("certificate-given", number=number(one, say), name=one.name or ""), say("certificate-same"),
    )  # fmt: skip
    label = say.label("key-certificate-name")
    if one.guest is None:
        keys = [Key(label, buttons.NameCertificate(one.event.id)), Key(say.label("key-record"), buttons.MyRecord(0))]
    else:
        back = Key(say.label("key-back"), buttons.Guests(one.event.id, 0))
        keys = [Key(label, buttons.GuestCertificate(one.guest, anew=1)), back]
    return Screen(text, [keys])


def guests(found: Attendance, page: int, say: Say) -> Screen:
    """List the guests who were at an event."""
    event = found.event
    keys = [[Key(cut(row.name or ""), buttons.GuestCertificate(row.id, 0))] for row in found.guests]
    text = lines(say("certificate-card", title=general.title(event.details, say)),
                 say("certificate-guests" if keys else "certificate-no-guests"))  # fmt: skip
    back = [Key(say.label("key-back"), buttons.Attendance(event.id))]
    return paged(text, keys, page, lambda to: buttons.Guests(event.id, to), back, say)


def none(outcome: NotYet | NotThere, say: Say) -> Screen:
    """Say why there is no certificate."""
    text = say("certificate-not-yet" if isinstance(outcome, NotYet) else "certificate-not-there")
    return Screen(text, [[Key(say.label("key-events"), events.Events(0))]])


def checked(found: Certificate | None, say: Say) -> Screen:
    """Say whether a certificate is genuine, and no more of it than tells which one it is."""
    if found is None:
        return Screen(say("certificate-not-genuine"))
    heading, *facts = genuine(found, say)
    return Screen(
        lines(say("certificate-line-first", line=heading), *(say("certificate-line", line=one) for one in facts))
    )


def genuine(one: Certificate, say: Say) -> list[str]:
    """Say, line by line, that a certificate is genuine: its number, the event, the day, the initials."""
    hours = one.event.details.hours
    whose = initials(one.name) if one.name else ""
    return [
        say.label("certificate-genuine"), number(one, say), general.title(one.event.details, say), days(one.event, say),
        *([say.label("certificate-hours", hours=hours)] if hours is not None else []),
        say.label("certificate-initials", initials=whose) if whose else say.label("certificate-no-name"),
        say.label("certificate-issued", day=writing.day(one.issued_at, say.language)),
    ]  # fmt: skip
