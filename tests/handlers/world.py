"""An association with somebody in every role, an event, drafts and invites; its books can be put back as they were."""

import asyncio
import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from handlers.events.steps import Step
from storage import drafts, groups, people
from storage.all_tables import metadata
from storage.announcements.rules import Announcement
from storage.calls.feeds.rules import EntryId, FeedId
from storage.calls.rules import Call
from storage.consultations import opening, remarks
from storage.consultations.books import Question
from storage.consultations.rules import Ballot, CommentId, ConsultationId
from storage.database import Database
from storage.drafts import Draft
from storage.events import drafting
from storage.events.rules import EventId
from storage.groups import GroupId
from storage.membership import leaving
from storage.membership.rules import InviteId
from storage.people import Person, PersonId, Role
from tests.handlers.calls import joint
from tests.handlers.calls.joint import Joint
from tests.handlers.calls.sample import publish as publish_call
from tests.handlers.consultations.sample import put_to_vote, questions_of
from tests.handlers.phone import Phone
from tests.storage.announcements.going import announce
from tests.storage.calls.feeds import sample as feeds
from tests.storage.events.sample import NOW, START, publish, register
from tests.storage.membership.association import KRSKO, invite, put, two_libraries

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

WRITTEN = {
    "kind": "training", "title_sl": "Delavnica", "day": "2027-05-12", "starts_at": START.isoformat(),
    "ends_at": START.replace(hour=14).isoformat(), "place": "Maribor", "capacity": 30, "closes_at": START.isoformat(),
}  # fmt: skip
"""The draft of an event to which nothing is missing."""

ASKERS: Mapping[str, tuple[int, Role | None]] = {
    "stranger": (10, None),
    "removed": (11, None),
    "without library": (12, None),
    "librarian": (13, Role.LIBRARIAN),
    "deputy": (14, Role.DEPUTY),
    "delegate": (15, Role.DELEGATE),
    "staff": (16, Role.STAFF),
    "admin": (17, Role.ADMIN),
}
"""Whoever may ask: their Telegram number and the role that counts."""


@dataclass(frozen=True, slots=True)
class World:
    """Who and what there is."""

    books: Database
    event: EventId
    bojan: Person
    waiting: Person
    colleague: Person
    draft: Draft
    drafts: Mapping[str, Draft]
    invite: InviteId
    office_invite: InviteId
    announcement: Announcement
    group: GroupId
    law: ConsultationId
    question: Question
    remark: CommentId
    sealed: ConsultationId
    sealed_question: Question
    call: Call
    feed: FeedId
    entry: EntryId
    changed_entry: EntryId
    joint: Joint
    rows: Rows
    refill: Callable[[], object] | None = None

    def of(self, asker: str) -> "World":
        """The same, with the asker's own draft in place of a colleague's, where the asker has one."""
        return dataclasses.replace(self, draft=self.drafts.get(asker, self.draft))

    def phone(self, asker: str) -> Phone:
        """The phone of one of the askers."""
        return Phone(self.books, ASKERS[asker][0], "Ana")

    async def restore(self) -> None:
        """Put everything back as it was."""
        assert self.refill is not None
        await asyncio.to_thread(self.refill)

    async def changed(self) -> list[str]:
        """Name the tables that are not as they were; strangers and tries are counted."""
        now = await self.books.read(rows)
        return [name for name, content in now.items() if content != self.rows[name] and name != "counters"]


def rows(tx: Connection) -> Rows:
    """Read everything."""
    return {
        table.name: [dict(row) for row in tx.execute(select(table).order_by(*table.primary_key)).mappings()]
        for table in metadata.sorted_tables
    }


def take_library(tx: Connection, person_id: PersonId) -> None:
    """Leave a person without a library, as nothing in the bot can."""
    tx.execute(update(people.people).where(people.people.c.id == person_id).values(library_id=None))


async def start_draft(books: Database, person: Person, step: Step = Step.PREVIEW, **changes: Any) -> Draft:
    """Let a person be writing an event."""
    data = {**WRITTEN, **changes}
    return await books.transact(drafts.start, person.id, person.telegram_id, drafting.FEATURE, step, data, NOW)


async def build(books: Database) -> World:
    """Make it all; the askers come last."""
    await books.transact(two_libraries)
    bojan = await put(books, 1, library=KRSKO, name="Bojan")
    waiting = await put(books, 2, library=KRSKO, wanted=Role.DEPUTY, name="Cilka")
    colleague = await put(books, 3, Role.STAFF, name="Darja")
    event = await publish(books)
    await register(books, event, bojan.id)
    draft = await start_draft(books, colleague)
    open_invite = await invite(books, "odprto", by=colleague)
    office_invite = await invite(books, "urad", Role.STAFF, None)
    own = {
        asker: await start_draft(books, await put(books, telegram_id, role))
        for asker, (telegram_id, role) in ASKERS.items()
        if role is not None
    }
    announcement = await announce(books, colleague.id)
    group = await books.transact(groups.asked, -1001, 0, "Direktorji", NOW)
    removed, homeless = await put(books, 11), await put(books, 12)
    await books.transact(leaving.remove, colleague.id, removed.id, NOW)
    await books.transact(take_library, homeless.id)
    law, question, remark = await _law(books, bojan)
    sealed = (await put_to_vote(books, ballot=Ballot.PSEUDONYMOUS)).id
    sealed_question, *_ = await questions_of(books, sealed)
    call = await publish_call(books)
    feed, entry, changed_entry = await _feed(books, colleague)
    partner = await put(books, 4, Role.DELEGATE, library=KRSKO, name="Gregor")
    delegate = await books.read(people.by_telegram, ASKERS["delegate"][0])
    assert delegate is not None
    together = await joint.build(books, delegate, partner)
    return World(
        books, event.id, bojan, waiting, colleague, draft, own, open_invite.invite.id, office_invite.invite.id,
        announcement, group.id, law, question, remark, sealed, sealed_question, call, feed, entry, changed_entry,
        together, await books.read(rows),
    )  # fmt: skip


async def _feed(books: Database, colleague: Person) -> tuple[FeedId, EntryId, EntryId]:
    """Read a feed in which an entry waits, and a published one has changed."""
    feed = await feeds.add(books)
    waits = feeds.read("2", title_sl="Bralna značka", link="https://www.gov.si/razpisi/2")
    await feeds.finds(books, feed, feeds.read("1", feeds.END), waits)
    changed, entry = await feeds.entries(books)
    await feeds.published(books, changed, colleague.id)
    await feeds.finds(books, feed, feeds.read("1", feeds.END, amount=5000), waits, now=NOW + feeds.HOUR)
    return feed.id, entry.id, changed.id


async def _law(books: Database, writer: Person) -> tuple[ConsultationId, Question, CommentId]:
    """Put a law to the members, let one write on it, and change its first article."""
    law = (await put_to_vote(books)).id
    first, *others = await questions_of(books, law)
    written = await books.transact(remarks.write, first.id, remarks.Kind.COMMENT, "Premalo denarja.", writer.id, NOW)
    assert isinstance(written, remarks.Kept)
    texts = [(one.id, one.text) for one in others]
    changed = dataclasses.replace(first.text, text="Ta zakon ureja vse knjižnice.")
    await books.transact(opening.revise, law, 1, "", [(first.id, changed), *texts], writer.id, NOW)
    return law, (await questions_of(books, law))[0], written.id


async def draft_of(phone: Phone, feature: str = "events") -> Draft:
    """The conversation of a person as the books have it."""
    person = await phone.me()
    assert person is not None
    found = await phone.db.read(drafts.of_feature, person.id, feature)
    assert found is not None
    return found


async def put_at(world: World, phone: Phone, step: Step) -> Draft:
    """Let a person's draft of an event stand at a step."""
    person = await phone.me()
    assert person is not None
    return await start_draft(world.books, person, step)
