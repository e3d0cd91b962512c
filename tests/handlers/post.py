"""What the bot says of its own accord arrives at people's phones."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from handlers.features import FEATURES
from handlers.reply import Call, calls_of
from storage import due, features, sending
from storage.database import Database, Tx
from storage.sending import Claimed, Moot, Result, Sent
from tests.handlers.phone import TEXTS, Phone


def _made(tx: Tx, one: Claimed, now: datetime) -> Sequence[Call] | Result:
    say = TEXTS.say(one.to.language)
    if one.batch_id is not None:
        bulk = next(feature.bulks[one.kind] for feature in FEATURES if feature.bulks and one.kind in feature.bulks)
        return bulk.calls(bulk.load(tx, one.batch_id, now), one, say)
    assert one.to.person_id is not None
    push = next(feature.pushes[one.kind] for feature in FEATURES if feature.pushes and one.kind in feature.pushes)
    facts = push.load(tx, one.to.person_id, one.args, now)
    return Moot() if facts is None else calls_of(one.to.telegram_id, push.show(facts, say, now))


async def deliver(books: Database, now: datetime, *phones: Phone) -> dict[str, list[str]]:
    """Let all fall due that does by now, and all that is owed arrive; each phone shows what came last.

    Return what came to the phones, by name, without formatting.
    """
    while await books.transact(due.fire, features.on_due(), now):
        pass
    by_number = {phone.telegram_id: phone for phone in phones}
    came: dict[str, list[str]] = {phone.name: [] for phone in phones}
    for phone in phones:
        phone.now = now
    while claimed := await books.transact(sending.claim, now, 100):
        results: list[tuple[Claimed, Any]] = []
        for one in claimed:
            made = await books.read(_made, one, now)
            results.append((one, Sent([1]) if isinstance(made, Sequence) else made))
            if isinstance(made, Sequence) and one.to.telegram_id in by_number:
                phone = by_number[one.to.telegram_id]
                came[phone.name] += await _arrive(phone, made, first=not came[phone.name])
        await books.transact(sending.settle, results, now)
    return came


async def _arrive(phone: Phone, calls: Sequence[Call], *, first: bool) -> list[str]:
    if first:
        phone.bot.shown.clear()
    before = len(phone.bot.shown)
    for call in calls:
        await phone.bot.call(call.method, call.parameters, call.upload)
    return [str(one["plain"]) for one in phone.bot.shown[before:]]
