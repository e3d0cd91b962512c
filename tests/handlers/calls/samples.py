"""A sample of each button that members have on calls, for the tests of rights."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from handlers.buttons import Button
from handlers.calls import buttons
from storage.calls.reminding import Concern, Pace
from storage.calls.rules import DeadlineId, Intent, Topic

if TYPE_CHECKING:
    from tests.handlers.world import World

Samples = Mapping[type[Button], Callable[["World"], Sequence[Button]]]

OCCASION = "2027-03-17-morning"


def _first(world: "World") -> DeadlineId:
    number = world.call.deadlines[0].id
    assert number is not None
    return number


MEMBERS: Samples = {
    buttons.Calls: lambda world: [buttons.Calls(0, ""), buttons.Calls(0, Topic.DIGITAL)],
    buttons.Topics: lambda world: [buttons.Topics()],
    buttons.PastCalls: lambda world: [buttons.PastCalls(0)],
    buttons.OpenCall: lambda world: [buttons.OpenCall(world.call.id)],
    buttons.OpenBelow: lambda world: [buttons.OpenBelow(world.call.id)],
    buttons.About: lambda world: [buttons.About(world.call.id)],
    buttons.Documents: lambda world: [buttons.Documents(world.call.id)],
    buttons.Deadlines: lambda world: [buttons.Deadlines(world.call.id, 0)],
    buttons.OpenDeadline: lambda world: [buttons.OpenDeadline(world.call.id, _first(world))],
    buttons.ToCalendar: lambda world: [
        buttons.ToCalendar(world.call.id, number) for number in (_first(world), DeadlineId(0))
    ],
    buttons.Mute: lambda world: [buttons.Mute(world.call.id, on) for on in (1, 0)],
    buttons.Watch: lambda world: [buttons.Watch(world.call.id, on) for on in (1, 0)],
    buttons.Following: lambda world: [buttons.Following()],
    buttons.FollowTopics: lambda world: [buttons.FollowTopics()],
    buttons.FollowTopic: lambda world: [buttons.FollowTopic(topic, on) for topic in ("", "digital") for on in (1, 0)],
    buttons.Paces: lambda world: [buttons.Paces()],
    buttons.SetPace: lambda world: [buttons.SetPace(pace) for pace in Pace],
    buttons.Amounts: lambda world: [buttons.Amounts()],
    buttons.SetAmount: lambda world: [buttons.SetAmount(amount) for amount in (0, 10_000)],
    buttons.Leads: lambda world: [buttons.Leads(concern) for concern in Concern],
    buttons.SetLead: lambda world: [buttons.SetLead(concern, 7, on) for concern in Concern for on in (0, 1)],
    buttons.WholeMorning: lambda world: [buttons.WholeMorning(OCCASION, 0)],
}

OF_LIBRARY: Samples = {
    buttons.OurCalls: lambda world: [buttons.OurCalls(0)],
    buttons.Decide: lambda world: [buttons.Decide(world.call.id)],
    buttons.Declare: lambda world: [buttons.Declare(world.call.id, intent) for intent in (*Intent, "")],
    buttons.Meet: lambda world: [buttons.Meet(_first(world), met) for met in (1, 0)],
    buttons.Saw: lambda world: [buttons.Saw(world.call.id)],
    buttons.OwnKind: lambda world: [buttons.OwnKind(on) for on in (1, 0)],
}
"""For members, and not for the office."""
