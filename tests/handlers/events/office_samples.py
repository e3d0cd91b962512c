"""A sample of each button of the office around an event, for the tests of rights."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from handlers.buttons import Button
from handlers.events.compose.buttons import How, WriteOf
from handlers.events.people import buttons
from storage.events.desk import Which
from storage.events.rules import RegistrationId

if TYPE_CHECKING:
    from tests.handlers.world import World

Samples = Mapping[type[Button], Callable[["World"], Sequence[Button]]]

SEAT = RegistrationId(1)

STAFF: Samples = {
    WriteOf: lambda world: [WriteOf(world.event, how, anew) for how in How for anew in (0, 1)],
    buttons.People: lambda world: [buttons.People(world.event, which, 0) for which in Which],
    buttons.Attendee: lambda world: [buttons.Attendee(SEAT, 0)],
    buttons.TakeOff: lambda world: [buttons.TakeOff(SEAT, sure) for sure in (0, 1)],
    buttons.PeopleSheet: lambda world: [buttons.PeopleSheet(world.event)],
    buttons.PeoplePaper: lambda world: [buttons.PeoplePaper(world.event)],
    buttons.WriteTo: lambda world: [buttons.WriteTo(world.event)],
    buttons.Enter: lambda world: [buttons.Enter(world.event)],
    buttons.EnterMember: lambda world: [buttons.EnterMember(world.event, world.waiting.id, one) for one in (0, 1)],
    buttons.EnterGuest: lambda world: [buttons.EnterGuest(world.draft.id, world.draft.version)],
}
