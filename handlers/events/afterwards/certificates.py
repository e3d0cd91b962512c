"""Whoever was at an event gets a certificate; whoever holds one can see whether it is genuine."""

import asyncio
from datetime import datetime

from handlers.context import Ask, Command, Tap
from handlers.conversation import Guide, Misread, again, begin_card
from handlers.events.afterwards import buttons
from handlers.events.afterwards import certificate_screens as screens
from handlers.reference import new_reference
from handlers.reply import Answer
from handlers.routes import on_link, on_tap, refusal
from handlers.screen import File
from storage.database import Tx
from storage.drafts import Draft, Gone, NotYours
from storage.events import certificates
from storage.events.certificates import Certificate, MayHave, NotThere, NotYet
from storage.events.rules import EventId
from storage.people import Person, Role

MEMBER = Role.LIBRARIAN

LINK = "c_"
"""Links on certificates begin so, where the bot has no web address."""

CODE = 12
"""Letters and digits of a code: nobody guesses one of so many."""


def advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    """Take a whole name, or go back to asking for it."""
    if said == "/back":
        return draft.at("name", name=None)
    name = certificates.whole_name(said)
    return Misread("certificate-misread") if name is None else draft.at("check", name=name)


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> MayHave | NotYet | NotThere:  # noqa: ARG001
    return certificates.may_have(tx, EventId(draft.data["event"]), person.id)


GUIDE = Guide(certificates.FEATURE, MEMBER, advance, screens.naming, _load)


@on_tap(buttons.MyCertificate, may=MEMBER)
async def mine(tap: Tap[buttons.MyCertificate]) -> Answer:
    """My certificate; the first time, the name for it is asked for."""
    found = await tap.db.read(certificates.may_have, tap.button.event_id, tap.person.id)
    if not isinstance(found, MayHave):
        return screens.none(found, tap.say)
    if found.made is None:
        return await begin_card(tap, GUIDE, "name", {"event": found.event.id})
    return await given(tap, found.made)


@on_tap(buttons.NameCertificate, may=MEMBER)
async def name_again(tap: Tap[buttons.NameCertificate]) -> Answer:
    """The name on my certificate is to be another."""
    found = await tap.db.read(certificates.may_have, tap.button.event_id, tap.person.id)
    if not isinstance(found, MayHave):
        return screens.none(found, tap.say)
    return await begin_card(tap, GUIDE, "name", {"event": found.event.id})


@on_tap(buttons.IssueCertificate, may=MEMBER)
async def issue(tap: Tap[buttons.IssueCertificate]) -> Answer:
    """Make the certificate with the name that was typed."""
    button = tap.button
    done = await tap.db.transact(
        certificates.issue, button.draft_id, button.version, new_reference(CODE), tap.person.id, tap.now
    )
    match done:
        case Certificate():
            return await given(tap, done)
        case NotThere():
            return screens.none(done, tap.say)
        case NotYours():
            return refusal(tap)
        case Gone():
            return await again(tap, GUIDE)


def _set(words: screens.CertificateWords) -> bytes:
    from handlers.events.afterwards import papers  # noqa: PLC0415 - fpdf2 takes 0.2 s and 40 MB

    return papers.certificate(words)


async def given(ask: Ask, one: Certificate) -> Answer:
    """Give the file, and the card beneath which it comes."""
    link = f"https://t.me/{ask.reach.bot_username}?start={LINK}{one.code}"
    words = screens.words(one, ask.reach.web, link, ask.say)
    content = await asyncio.to_thread(_set, words)
    name = ask.say.label("certificate-file", number=str(one.number))
    return [screens.given(one, ask.say), File(name, content, ask.say("certificate-caption", number=words.number))]


@on_link(LINK)
async def check(command: Command) -> Answer:
    """Somebody opens the link on a certificate: whether it is genuine."""
    return screens.checked(await command.db.read(certificates.genuine, command.argument), command.say)


ROUTES = (mine, name_again, issue, check)
