"""A sample of each button that the office has on calls, for the tests of rights."""

from handlers.calls import compose_buttons, desk_buttons
from storage.calls.rules import State
from tests.handlers.calls.samples import Samples

STAFF: Samples = {
    compose_buttons.NewCall: lambda world: [compose_buttons.NewCall(anew) for anew in (0, 1)],
    compose_buttons.EditCall: lambda world: [compose_buttons.EditCall(world.call.id, anew) for anew in (0, 1)],
    compose_buttons.ResumeCall: lambda world: [compose_buttons.ResumeCall()],
    compose_buttons.PublishCall: lambda world: [compose_buttons.PublishCall(world.draft.id, world.draft.version)],
    desk_buttons.OfficeCalls: lambda world: [desk_buttons.OfficeCalls(past, 0) for past in (0, 1)],
    desk_buttons.OfficeCall: lambda world: [desk_buttons.OfficeCall(world.call.id)],
    desk_buttons.MoveDeadline: lambda world: [desk_buttons.MoveDeadline(world.call.id)],
    desk_buttons.MoveTo: lambda world: [desk_buttons.MoveTo(world.draft.id, world.draft.version)],
    desk_buttons.EndCall: lambda world: [
        desk_buttons.EndCall(world.call.id, state, sure) for state in State for sure in (0, 1)
    ],
    desk_buttons.RemindUndecided: lambda world: [desk_buttons.RemindUndecided(world.call.id, sure) for sure in (0, 1)],
    desk_buttons.CallLibraries: lambda world: [
        desk_buttons.CallLibraries(world.call.id, of, 0) for of in ("", desk_buttons.UNDECIDED, "applying", "xx")
    ],
    desk_buttons.NotOpened: lambda world: [desk_buttons.NotOpened(world.call.id, 0)],
    desk_buttons.NotSeen: lambda world: [desk_buttons.NotSeen(world.call.id, 0)],
    desk_buttons.CallHistory: lambda world: [desk_buttons.CallHistory(world.call.id, 0)],
    desk_buttons.CallSheet: lambda world: [desk_buttons.CallSheet(world.call.id)],
}
"""For the office."""
