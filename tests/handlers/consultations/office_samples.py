"""A sample of each button that the office has on consultations, for the tests of rights."""

from handlers.consultations import compose_buttons, desk_buttons
from tests.handlers.consultations.samples import Samples
from tests.storage.membership.association import KRSKO

STAFF: Samples = {
    compose_buttons.NewConsultation: lambda world: [compose_buttons.NewConsultation(anew) for anew in (0, 1)],
    compose_buttons.ResumeConsultation: lambda world: [compose_buttons.ResumeConsultation()],
    compose_buttons.OpenDraft: lambda world: [compose_buttons.OpenDraft(world.draft.id, world.draft.version)],
    desk_buttons.OfficeConsultations: lambda world: [desk_buttons.OfficeConsultations(0)],
    desk_buttons.OfficeConsultation: lambda world: [desk_buttons.OfficeConsultation(world.law)],
    desk_buttons.OfficeTerms: lambda world: [desk_buttons.OfficeTerms(world.law)],
    desk_buttons.Behind: lambda world: [desk_buttons.Behind(world.law, 0)],
    desk_buttons.GivenVotes: lambda world: [desk_buttons.GivenVotes(world.law, 0)],
    desk_buttons.RemindVoters: lambda world: [desk_buttons.RemindVoters(world.law, sure) for sure in (0, 1)],
    desk_buttons.WithdrawConsultation: lambda world: [
        desk_buttons.WithdrawConsultation(world.law, sure) for sure in (0, 1)
    ],
    desk_buttons.ExtendConsultation: lambda world: [desk_buttons.ExtendConsultation(world.law)],
    desk_buttons.ExtendTo: lambda world: [desk_buttons.ExtendTo(world.draft.id, world.draft.version)],
    desk_buttons.EnterLetter: lambda world: [desk_buttons.EnterLetter(world.law, anew) for anew in (0, 1)],
    desk_buttons.ResumeLetter: lambda world: [desk_buttons.ResumeLetter()],
    desk_buttons.EnterVotes: lambda world: [desk_buttons.EnterVotes(world.draft.id, world.draft.version)],
    desk_buttons.Letters: lambda world: [desk_buttons.Letters(world.law, 0)],
    desk_buttons.ShowLetter: lambda world: [desk_buttons.ShowLetter(world.law, KRSKO.id)],
    desk_buttons.NewVersion: lambda world: [desk_buttons.NewVersion(world.law, anew) for anew in (0, 1)],
    desk_buttons.ResumeVersion: lambda world: [desk_buttons.ResumeVersion()],
    desk_buttons.ShowChange: lambda world: [desk_buttons.ShowChange(world.draft.id, 0, 0)],
    desk_buttons.PutVersion: lambda world: [desk_buttons.PutVersion(world.draft.id, world.draft.version)],
}
"""For the office."""
