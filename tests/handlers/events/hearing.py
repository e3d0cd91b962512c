"""What the bot says of its own accord, as it comes to telephones."""

from collections.abc import Sequence
from datetime import datetime

from handlers.context import Bulk, Push
from handlers.features import FEATURES
from handlers.reply import Call, calls_of
from storage import due, features, sending
from storage.database import Database, Tx
from storage.sending import Claimed, Moot
from tests.handlers.phone import TEXTS, Phone

PUSHES: dict[str, Push] = {kind: push for one in FEATURES for kind, push in (one.pushes or {}).items()}
BULKS: dict[str, Bulk] = {kind: bulk for one in FEATURES for kind, bulk in (one.bulks or {}).items()}


def _made(tx: Tx, one: Claimed, now: datetime) -> Sequence[Call]:
    say = TEXTS.say(one.to.language)
    if one.batch_id is not None:
        bulk = BULKS[one.kind]
        made = bulk.calls(bulk.load(tx, one.batch_id, now), one, say)
        assert isinstance(made, Sequence | Moot)
        return made if isinstance(made, Sequence) else ()
    assert one.to.person_id is not None
    facts = PUSHES[one.kind].load(tx, one.to.person_id, one.args, now)
    return () if facts is None else calls_of(one.to.telegram_id, PUSHES[one.kind].show(facts, say, now))


async def comes(books: Database, now: datetime, *phones: Phone) -> dict[str, list[str]]:
    """Let all fall due and be sent that does by now; return what each hears.

    On each telephone the last message is open.
    """
    while await books.transact(due.fire, features.on_due(), now):
        pass
    heard: dict[str, list[str]] = {phone.name: [] for phone in phones}
    for one in await books.transact(sending.claim, now, 1000):
        phone = next((phone for phone in phones if phone.telegram_id == one.to.telegram_id), None)
        for call in await books.read(_made, one, now):
            if phone is not None:
                phone.bot.shown.clear()
                await phone.bot.call(call.method, call.parameters, call.upload)
                heard[phone.name].append(phone.sees)
    for phone in phones:
        phone.now = now
    return {name: said for name, said in heard.items() if said}
