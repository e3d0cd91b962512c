"""A sample of each button of check-in, materials and what comes after an event, for the tests of rights."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from handlers.buttons import Button
from handlers.events.afterwards import buttons as after
from handlers.events.checkin import buttons as checkin
from handlers.events.materials import buttons as materials
from storage.events.materials import MaterialId
from storage.events.rules import RegistrationId
from tests.storage.membership.association import KRSKO

if TYPE_CHECKING:
    from tests.handlers.world import World

Samples = Mapping[type[Button], Callable[["World"], Sequence[Button]]]

SEAT, FILE = RegistrationId(1), MaterialId(1)

MEMBERS: Samples = {
    checkin.Ticket: lambda world: [checkin.Ticket(world.event)],
    materials.Materials: lambda world: [materials.Materials(world.event, 0)],
    materials.GetMaterial: lambda world: [materials.GetMaterial(FILE)],
    after.MyCertificate: lambda world: [after.MyCertificate(world.event)],
    after.NameCertificate: lambda world: [after.NameCertificate(world.event)],
    after.IssueCertificate: lambda world: [after.IssueCertificate(world.draft.id, world.draft.version)],
    after.MyRecord: lambda world: [after.MyRecord(0)],
    after.RecordPaper: lambda world: [after.RecordPaper()],
    after.Rate: lambda world: [after.Rate(world.event, 5)],
    after.WriteOpinion: lambda world: [after.WriteOpinion(world.event)],
    after.SendOpinion: lambda world: [after.SendOpinion(world.draft.id, world.draft.version)],
}

STAFF: Samples = {
    checkin.Door: lambda world: [checkin.Door(world.event)],
    checkin.DoorList: lambda world: [checkin.DoorList(world.event, 0)],
    checkin.DoorNames: lambda world: [checkin.DoorNames(world.event, KRSKO.id, 0)],
    checkin.Tick: lambda world: [checkin.Tick(SEAT, 0, on) for on in (0, 1)],
    checkin.LetIn: lambda world: [checkin.LetIn(SEAT)],
    checkin.TakeBack: lambda world: [checkin.TakeBack(SEAT)],
    checkin.WalkIn: lambda world: [checkin.WalkIn(world.event)],
    checkin.WalkInMember: lambda world: [checkin.WalkInMember(world.event, world.bojan.id, sure) for sure in (0, 1)],
    checkin.WalkInGuest: lambda world: [checkin.WalkInGuest(world.draft.id, world.draft.version, 0)],
    materials.OfficeMaterials: lambda world: [materials.OfficeMaterials(world.event, 0)],
    materials.OfficeMaterial: lambda world: [materials.OfficeMaterial(FILE)],
    materials.SendMaterials: lambda world: [materials.SendMaterials(world.event)],
    materials.AttachMaterials: lambda world: [materials.AttachMaterials(world.draft.id, world.draft.version)],
    materials.RemoveMaterial: lambda world: [materials.RemoveMaterial(FILE, sure) for sure in (0, 1)],
    after.Attendance: lambda world: [after.Attendance(world.event)],
    after.AttendanceList: lambda world: [after.AttendanceList(world.event, 0)],
    after.AttendanceNames: lambda world: [after.AttendanceNames(world.event, KRSKO.id, 0)],
    after.MarkAttended: lambda world: [after.MarkAttended(SEAT, 0, came) for came in (0, 1)],
    after.ConfirmAttendance: lambda world: [after.ConfirmAttendance(world.event, 1, sure) for sure in (0, 1)],
    after.Guests: lambda world: [after.Guests(world.event, 0)],
    after.GuestCertificate: lambda world: [after.GuestCertificate(SEAT, anew) for anew in (0, 1)],
    after.IssueForGuest: lambda world: [after.IssueForGuest(world.draft.id, world.draft.version)],
    after.SurveyResults: lambda world: [after.SurveyResults(world.event, 0)],
    after.SurveyChart: lambda world: [after.SurveyChart(world.event)],
    after.SurveySheet: lambda world: [after.SurveySheet(world.event)],
}
