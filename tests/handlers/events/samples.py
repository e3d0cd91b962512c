"""A sample of each button on seats, for the tests of rights."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from handlers.buttons import Button
from handlers.events import seat_buttons as buttons
from handlers.membership import buttons as membership
from storage.batches import BatchId
from storage.events.answering import Purpose
from storage.events.rules import RegistrationId
from storage.events.swaps import SwapId

if TYPE_CHECKING:
    from tests.handlers.world import World

Samples = Mapping[type[Button], Callable[["World"], Sequence[Button]]]

SEAT, SWAP, BATCH = RegistrationId(1), SwapId(1), BatchId(1)

MEMBERS: Samples = {
    buttons.Accept: lambda world: [buttons.Accept(world.event)],
    buttons.Refuse: lambda world: [buttons.Refuse(world.event, sure) for sure in (0, 1)],
    buttons.WaitAgain: lambda world: [buttons.WaitAgain(world.event)],
    buttons.RegisterAll: lambda world: [buttons.RegisterAll(world.event)],
    buttons.ToCalendar: lambda world: [buttons.ToCalendar(world.event)],
    buttons.MyAnswers: lambda world: [buttons.MyAnswers(world.event)],
    buttons.ResumeAnswers: lambda world: [buttons.ResumeAnswers()],
    buttons.AnswerAnew: lambda world: [buttons.AnswerAnew(world.event, purpose, SWAP) for purpose in Purpose],
    buttons.SendAnswers: lambda world: [buttons.SendAnswers(world.draft.id, world.draft.version)],
    buttons.SendReason: lambda world: [buttons.SendReason(world.draft.id, world.draft.version)],
    buttons.GiveSeat: lambda world: [buttons.GiveSeat(SEAT, 0)],
    buttons.GiveTo: lambda world: [buttons.GiveTo(SEAT, world.bojan.id, sure) for sure in (0, 1)],
    buttons.KeepSeat: lambda world: [buttons.KeepSeat(SWAP)],
    buttons.TakeSeat: lambda world: [buttons.TakeSeat(SWAP)],
    buttons.LeaveSeat: lambda world: [buttons.LeaveSeat(SWAP)],
    membership.OwnCalendar: lambda world: [membership.OwnCalendar()],
    membership.RenewCalendar: lambda world: [membership.RenewCalendar(sure) for sure in (0, 1)],
    membership.DropCalendar: lambda world: [membership.DropCalendar(sure) for sure in (0, 1)],
}

VOTERS: Samples = {buttons.OurSeats: lambda world: [buttons.OurSeats(world.event, 0)]}
"""For those who speak for a library."""
