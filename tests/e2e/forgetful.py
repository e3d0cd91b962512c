"""The bot as it must not be: what has arrived is only in memory. A control for the tests that pull the plug."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.__main__ import main
from bot.intake import Intake
from bot.updates import chat_of
from storage.inbox import Arrived


async def receive(self: Intake, received: Sequence[Mapping[str, Any]]) -> None:
    """Take updates without keeping them."""
    self._queue([Arrived(update["update_id"], chat_of(update), json.dumps(update)) for update in received])


if __name__ == "__main__":
    Intake.receive = receive  # type: ignore[method-assign]
    main()
