"""The association that the demo begins with: libraries, people at their phones, events, a consultation and calls."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

import aiohttp

from bot.demo.sample import DATA, Sample, SampleCall, SampleConsultation, SamplePerson, SampleVoice
from handlers.consultations.voting import new_receipt
from storage import people
from storage.calls import following, intents
from storage.calls import publishing as calls
from storage.calls.rules import CallId, Declared
from storage.consultations import books, drafting, opening, remarks, voting
from storage.consultations.books import Question
from storage.consultations.remarks import Kind
from storage.consultations.rules import VOTERS
from storage.consultations.wording.articles import split
from storage.consultations.wording.outline import outline_of
from storage.consultations.wording.plain import plain_lines
from storage.database import Database, Tx
from storage.events import actions
from storage.events import publishing as events
from storage.membership import invites, libraries, lists, standings
from storage.membership.rules import Standing
from storage.people import Library, Person, Role


async def seed(db: Database, telegram: str, now: datetime) -> None:
    """Fill empty books; each person opens the bot, so that there is something to see at once."""
    if await db.read(people.with_role, Role.LIBRARIAN):
        return
    sample = Sample.load()
    async with aiohttp.ClientSession(telegram, raise_for_status=True) as phones:
        numbers = {}
        for one in sample.people:
            asked = {"first_name": one.first_name, "language_code": one.language}
            async with phones.post("/people", json=asked) as answer:
                numbers[one.key] = (await answer.json())["id"]
        await db.transact(_fill, sample, numbers, now)
        for number in numbers.values():
            async with phones.post(f"/people/{number}/send", json={"start": ""}):
                pass


def _fill(tx: Tx, sample: Sample, numbers: Mapping[str, int], now: datetime) -> None:
    libraries.import_libraries(tx, (DATA / "libraries.csv").read_bytes(), now)
    by_code = {line.library.code: line.library for line in lists.all_libraries(tx)}
    first, *others = sorted(sample.people, key=lambda one: one.role != Role.ADMIN)
    admin = _join(tx, first, by_code, numbers, now)
    # Opened before the others come, so that nobody is told of what they find on their first card.
    asked = _open(tx, sample.consultation, admin, now)
    found = [_call(tx, one, admin, now) for one in sample.calls]
    members = {first.key: admin, **{one.key: _join(tx, one, by_code, numbers, now) for one in others}}
    for somebody in sample.people:
        for topic in somebody.follows:
            following.follow(tx, members[somebody.key].id, topic, on=True)
    for sample_event in sample.events:
        published = events.publish(tx, admin.id, sample_event.details(now), now)
        if not isinstance(published, events.Published):
            raise TypeError(f"{sample_event.title_sl} cannot be published: {published}")
        for key in sample_event.seats:
            actions.register(tx, published.event.id, members[key].id, now)
    for one, call_id in zip(sample.calls, found, strict=True):
        _declare(tx, one, call_id, members, now)
    for voice in sample.consultation.voices:
        _say(tx, voice, asked[voice.article - 1], members, now)


def _join(
    tx: Tx, one: SamplePerson, by_code: Mapping[str, Library], numbers: Mapping[str, int], now: datetime
) -> Person:
    secret = secrets.token_urlsafe(16)
    library = by_code[one.library].id if one.library else None
    # In the library first, and then where they stand: nobody is told that a role they come with is confirmed.
    first = Role.LIBRARIAN if library else one.role
    invites.create_invite(tx, None, first, library, 1, now + timedelta(hours=1), secret, now)
    joined = invites.redeem(tx, secret, numbers[one.key], one.first_name, one.language, now)
    if not isinstance(joined, invites.Joined):
        raise TypeError(f"{one.key} did not get in: {joined}")
    standings.write(tx, joined.person, Standing(one.role, None, joined.person.library), now)
    return standings.expect(tx, joined.person.id)


def _open(tx: Tx, sample: SampleConsultation, admin: Person, now: datetime) -> list[Question]:
    """Put the draft to the members as the office does; give its questions."""
    found = split(plain_lines((DATA / sample.draft).read_text(encoding="utf-8")))
    data = {"outline": drafting.kept(outline_of(found.articles))}
    opened_at, texts = sample.opened.moment(now), drafting.texts(data)
    opened = opening.open_(tx, sample.terms(now), found.preamble, texts, admin.id, opened_at)
    if not isinstance(opened, opening.Opened):
        raise TypeError(f"{sample.title_sl} cannot be opened: {opened}")
    drafting.remember(tx, opened.one, data)
    return books.outline(tx, opened.one.id, opened.one.version)


def _call(tx: Tx, one: SampleCall, admin: Person, now: datetime) -> CallId:
    """Put a call before the members as the office does."""
    published = calls.publish(tx, one.content(now), admin.id, now)
    if not isinstance(published, calls.Published):
        raise TypeError(f"{one.title_sl} cannot be published: {published}")
    return published.call.id


def _declare(tx: Tx, one: SampleCall, call_id: CallId, members: Mapping[str, Person], now: datetime) -> None:
    """Let libraries declare what they intend."""
    for key, intent in one.intents.items():
        person = people.get(tx, members[key].id)
        declared = person and intents.declare(tx, call_id, person, intent, now)
        if not isinstance(declared, Declared):
            raise TypeError(f"{key} cannot declare {intent}: {declared}")


def _say(tx: Tx, voice: SampleVoice, question: Question, members: Mapping[str, Person], now: datetime) -> None:
    person = people.get(tx, members[voice.person].id)
    if person is None or person.library is None:
        raise TypeError(f"{voice.person} has no voice")
    if voice.choice and person.role in VOTERS:
        library, receipt = person.library.id, new_receipt()
        voting.cast(tx, question.id, question.wording_id, library, person.id, voice.choice, receipt, now)
    elif voice.choice:
        voting.lean(tx, question.id, question.wording_id, person.id, voice.choice, now)
    for kind, text in ((Kind.AMENDMENT, voice.amendment), (Kind.COMMENT, voice.comment)):
        kept = remarks.write(tx, question.id, kind, text, person.id, now) if text else None
        if isinstance(kept, remarks.Kept):
            for key in voice.supported_by:
                remarks.support(tx, kept.id, members[key].id, now, on=True)
