"""Word of new files to those whom they are meant for. Pure, but for what is loaded."""

from collections.abc import Sequence

from handlers.context import Bulk
from handlers.events.materials import screens
from handlers.reply import Call, calls_of
from handlers.texts import Say
from storage.events import materials
from storage.events.rules import Event
from storage.sending import Claimed, Moot, Result


def _calls(event: Event | None, claimed: Claimed, say: Say) -> Sequence[Call] | Result:
    return Moot() if event is None else calls_of(claimed.to.telegram_id, screens.news(event, say))


BULKS = {materials.KIND: Bulk(materials.facts, _calls)}
