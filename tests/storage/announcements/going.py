"""An announcement on its way, and short ways to let something become of its messages."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from storage import drafts, sending
from storage.announcements import actions, desk, drafting, rules
from storage.announcements.desk import Facts
from storage.announcements.rules import Announcement, AnyButton, Choice, Part, ReadButton
from storage.batches import BatchId
from storage.database import Database
from storage.features import AUDIENCES
from storage.people import PersonId
from storage.sending import Claimed, Result, Sent
from tests.storage.membership.association import NOW

WORDS = "Vabimo vas na srečanje v Maribor."
ALL = (Choice("all", {}),)
READ: tuple[AnyButton, ...] = (ReadButton(),)


def number(one: Claimed) -> int:
    """The number that the message has with the person."""
    return 1000 + one.id


def arrives(one: Claimed) -> Result:
    """Telegram takes it."""
    return Sent([number(one)])


async def announce(
    books: Database, by: PersonId, audience: Sequence[Choice] = ALL, buttons: Sequence[AnyButton] = READ,
    now: datetime = NOW, *, words: str = WORDS, approval: bool = False, **data: Any,
) -> Announcement:  # fmt: skip
    """Write an announcement and submit it."""
    kept = {
        "sl": rules.kept_part(Part(words, words)), "buttons": [rules.kept_button(one) for one in buttons],
        "audience": [rules.kept_choice(one) for one in audience], "urgent": True, **data,
    }  # fmt: skip
    draft = await books.transact(drafts.start, by, by, drafting.FEATURE, "preview", kept, now)
    one = await books.transact(actions.submit, AUDIENCES, draft.id, draft.version, by, now, approval=approval)
    assert isinstance(one, Announcement)
    return one


async def deliver(
    books: Database, becomes: Callable[[Claimed], Result] = arrives, limit: int = 1000, now: datetime = NOW
) -> list[Claimed]:
    """Let something become of the messages that may go now."""
    claimed = await books.transact(sending.claim, now, limit)
    await books.transact(sending.settle, [(one, becomes(one)) for one in claimed], now)
    return claimed


async def card(books: Database, one: Announcement, now: datetime = NOW) -> Facts:
    """What the card shows."""
    facts = await books.read(desk.card, AUDIENCES, one.id, now)
    assert facts is not None
    return facts


def batch_of(one: Announcement) -> BatchId:
    """The announcement's batch."""
    assert one.batch_id is not None
    return BatchId(one.batch_id)
