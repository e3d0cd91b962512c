"""A sample of each button that members have on calls, for the tests of rights."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from handlers.buttons import Button
from handlers.calls import buttons
from storage.calls.rules import Topic

if TYPE_CHECKING:
    from tests.handlers.world import World

Samples = Mapping[type[Button], Callable[["World"], Sequence[Button]]]

MEMBERS: Samples = {
    buttons.Calls: lambda world: [buttons.Calls(0, ""), buttons.Calls(0, Topic.DIGITAL)],
    buttons.Topics: lambda world: [buttons.Topics()],
    buttons.PastCalls: lambda world: [buttons.PastCalls(0)],
    buttons.OpenCall: lambda world: [buttons.OpenCall(world.call.id)],
}

OF_LIBRARY: Samples = {
    buttons.OurCalls: lambda world: [buttons.OurCalls(0)],
}
"""For members, and not for the office."""
