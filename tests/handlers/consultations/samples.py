"""A sample of each button that members have on consultations, for the tests of rights."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from handlers.buttons import Button
from handlers.consultations import ballot_buttons as ballots
from handlers.consultations import buttons
from storage.consultations.majority import Choice
from storage.consultations.remarks import Kind
from storage.consultations.rules import Key
from storage.people import LibraryId
from tests.storage.membership.association import KRANJ, KRSKO

if TYPE_CHECKING:
    from tests.handlers.world import World

Samples = Mapping[type[Button], Callable[["World"], Sequence[Button]]]

OWN = LibraryId(0)
KEY = Key("k" * 16)
"""As long as a real one."""

MEMBERS: Samples = {
    buttons.Consultations: lambda world: [buttons.Consultations(0)],
    buttons.OpenConsultation: lambda world: [buttons.OpenConsultation(world.law)],
    buttons.Questions: lambda world: [buttons.Questions(world.law, OWN, 0)],
    buttons.OpenQuestion: lambda world: [buttons.OpenQuestion(world.question.id, OWN, 0)],
    buttons.Earlier: lambda world: [buttons.Earlier(world.question.id, OWN, 0)],
    buttons.Remarks: lambda world: [buttons.Remarks(world.question.id, OWN, 0)],
    buttons.OpenRemark: lambda world: [buttons.OpenRemark(world.remark, OWN, 0)],
}

OF_LIBRARY: Samples = {
    buttons.Lean: lambda world: [buttons.Lean(world.question.id, world.question.wording_id, Choice.FOR)],
    buttons.Support: lambda world: [buttons.Support(world.remark, OWN, 0, on) for on in (1, 0)],
    buttons.WriteRemark: lambda world: [buttons.WriteRemark(world.question.id, Kind.COMMENT, anew) for anew in (0, 1)],
    buttons.KeepRemark: lambda world: [buttons.KeepRemark(world.draft.id, world.draft.version)],
    buttons.DeleteRemark: lambda world: [
        buttons.DeleteRemark(world.question.id, Kind.COMMENT, sure) for sure in (0, 1)
    ],
    buttons.CheckReceipt: lambda world: [buttons.CheckReceipt(world.law)],
}
"""For members, and not for the office."""

VOTERS: Samples = {
    buttons.Vote: lambda world: [
        buttons.Vote(world.question.id, world.question.wording_id, KRANJ.id, choice) for choice in Choice
    ],
    buttons.VoteRest: lambda world: [buttons.VoteRest(world.law, KRANJ.id, 2, sure) for sure in (0, 1)],
    buttons.Proxy: lambda world: [buttons.Proxy(world.law)],
    buttons.ChooseProxy: lambda world: [buttons.ChooseProxy(world.law)],
    buttons.GiveVote: lambda world: [buttons.GiveVote(world.law, KRSKO.id, sure) for sure in (0, 1)],
    buttons.TakeBack: lambda world: [buttons.TakeBack(world.law, sure) for sure in (0, 1)],
    ballots.AboutBallots: lambda world: [ballots.AboutBallots(world.sealed)],
    ballots.NewKey: lambda world: [ballots.NewKey(world.sealed)],
    ballots.UseKey: lambda world: [ballots.UseKey(world.sealed, KEY)],
    ballots.Ballots: lambda world: [ballots.Ballots(world.sealed, KRANJ.id, 0, KEY)],
    ballots.OpenBallot: lambda world: [ballots.OpenBallot(world.sealed_question.id, KRANJ.id, 0, KEY)],
    ballots.CastBallot: lambda world: [
        ballots.CastBallot(world.sealed_question.id, world.sealed_question.wording_id, KRANJ.id, choice, KEY)
        for choice in Choice
    ],
    ballots.CastRest: lambda world: [ballots.CastRest(world.sealed, KRANJ.id, 1, sure, KEY) for sure in (0, 1)],
    ballots.CheckBallots: lambda world: [ballots.CheckBallots(world.sealed, KRANJ.id, KEY)],
}
"""For whoever casts a library's vote."""
