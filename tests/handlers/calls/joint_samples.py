"""A sample of each button of partners, consortia and projects, for the tests of rights."""

from handlers.calls.partners import buttons
from handlers.calls.partners import consortium_buttons as joint
from tests.handlers.calls.samples import Samples
from tests.storage.membership.association import KRSKO

MEMBERS: Samples = {
    buttons.Offers: lambda world: [buttons.Offers(world.joint.call, 0)],
    buttons.OpenOffer: lambda world: [buttons.OpenOffer(one) for one in (world.joint.offer, world.joint.theirs)],
}

OF_LIBRARY: Samples = {
    joint.OpenConsortium: lambda world: [
        joint.OpenConsortium(one) for one in (world.joint.consortium, world.joint.invitation)
    ],
    joint.Project: lambda world: [joint.Project(world.joint.call)],
    joint.OpenOwn: lambda world: [joint.OpenOwn(world.joint.milestone)],
}
"""For members, and not for the office."""

VOTERS: Samples = {
    buttons.NewOffer: lambda world: [buttons.NewOffer(world.joint.call, anew) for anew in (0, 1)],
    buttons.SayOffer: lambda world: [buttons.SayOffer(world.draft.id, world.draft.version)],
    buttons.WithdrawOffer: lambda world: [buttons.WithdrawOffer(world.joint.offer, sure) for sure in (0, 1)],
    buttons.AnswerOffer: lambda world: [buttons.AnswerOffer(world.joint.theirs)],
    buttons.TakeBackAnswer: lambda world: [buttons.TakeBackAnswer(world.joint.theirs)],
    buttons.AddLine: lambda world: [buttons.AddLine(world.joint.theirs)],
    buttons.KeepLine: lambda world: [buttons.KeepLine(world.draft.id, world.draft.version)],
    buttons.OpenAnswer: lambda world: [buttons.OpenAnswer(world.joint.offer, KRSKO.id)],
    buttons.Settle: lambda world: [buttons.Settle(world.joint.offer, KRSKO.id, accept) for accept in (0, 1)],
    joint.NewConsortium: lambda world: [joint.NewConsortium(world.joint.call)],
    joint.Found: lambda world: [joint.Found(world.draft.id, world.draft.version)],
    joint.ChooseMember: lambda world: [joint.ChooseMember(world.joint.consortium)],
    joint.InviteMember: lambda world: [joint.InviteMember(world.joint.consortium, KRSKO.id, sure) for sure in (0, 1)],
    joint.JoinConsortium: lambda world: [joint.JoinConsortium(world.joint.invitation)],
    joint.RefuseConsortium: lambda world: [joint.RefuseConsortium(world.joint.invitation)],
    joint.LeaveConsortium: lambda world: [
        joint.LeaveConsortium(world.joint.consortium, joint.NO_LIBRARY, sure) for sure in (0, 1)
    ],
    joint.PutOut: lambda world: [joint.PutOut(world.joint.consortium, KRSKO.id, sure) for sure in (0, 1)],
    joint.TakeLead: lambda world: [joint.TakeLead(world.joint.consortium)],
    joint.NewOwn: lambda world: [
        joint.NewOwn(world.joint.call, one) for one in (joint.NO_CONSORTIUM, world.joint.consortium)
    ],
    joint.ChangeOwn: lambda world: [joint.ChangeOwn(world.joint.milestone)],
    joint.SetOwn: lambda world: [joint.SetOwn(world.draft.id, world.draft.version)],
    joint.StrikeOwn: lambda world: [joint.StrikeOwn(world.joint.milestone, sure) for sure in (0, 1)],
}
"""For those who speak for a library."""
