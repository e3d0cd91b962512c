"""Rule 4: whoever has not, or no longer, the role can do nothing, with whatever button or command."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any

import pytest
from structlog.testing import capture_logs

from handlers import buttons as all_buttons
from handlers.announcements import buttons as announcements
from handlers.buttons import Button
from handlers.conversation import GoOn, Pick
from handlers.events import buttons as events
from handlers.features import FEATURES, all_routes
from handlers.home import Home, LeaveDraft, Office
from handlers.membership import buttons as membership
from handlers.mine import Mine
from handlers.routes import CommandRoute, TapRoute
from handlers.steering import Steer
from storage.announcements.rules import AnnouncementId
from storage.announcements.saved import AudienceId
from storage.announcements.steering import How
from storage.batches import BatchId
from storage.membership import leaving
from storage.outbox import State
from storage.people import Role
from tests.handlers.calls import joint_samples as joint
from tests.handlers.calls import office_samples as calls_office
from tests.handlers.calls import samples as calls
from tests.handlers.calls.feeds import samples as feeds
from tests.handlers.consultations import office_samples, outcome_samples
from tests.handlers.consultations import samples as consultations
from tests.handlers.events import after_samples as after
from tests.handlers.events import office_samples as events_office
from tests.handlers.events import samples as seats
from tests.handlers.phone import TEXTS, Phone
from tests.handlers.world import ASKERS, World
from tests.handlers.worlds import postgresql_url, sqlite_url, world
from tests.storage.announcements.going import batch_of
from tests.storage.membership.association import KRSKO, NOW, SECRET, put

__all__ = ["postgresql_url", "sqlite_url", "world"]

Samples = Mapping[type[Button], Callable[[World], Sequence[Button]]]

STRANGERS: Samples = {
    membership.Join: lambda world: [membership.Join("odprto"), membership.Join("napačna")],
    membership.NotNow: lambda world: [membership.NotNow()],
}
"""Whoever is invited is a stranger still."""

MEMBERS: Samples = {
    Home: lambda world: [Home()],
    announcements.HaveRead: lambda world: [announcements.HaveRead(AnnouncementId(1))],
    LeaveDraft: lambda world: [LeaveDraft()],
    events.Events: lambda world: [events.Events(0)],
    events.Mine: lambda world: [events.Mine(0)],
    Mine: lambda world: [Mine()],
    events.OpenEvent: lambda world: [events.OpenEvent(world.event, mine, 0) for mine in (0, 1, 2)],
    events.Describe: lambda world: [events.Describe(world.event)],
    events.Register: lambda world: [events.Register(world.event)],
    events.Unregister: lambda world: [events.Unregister(world.event, sure) for sure in (0, 1)],
    events.Coming: lambda world: [events.Coming(world.event)],
    announcements.HaveRead: lambda world: [announcements.HaveRead(world.announcement.id)],
    announcements.Archive: lambda world: [announcements.Archive(0)],
    announcements.OpenAnnouncement: lambda world: [announcements.OpenAnnouncement(world.announcement.id, 0)],
    announcements.FindAnnouncement: lambda world: [announcements.FindAnnouncement(anew) for anew in (0, 1)],
    membership.Settings: lambda world: [membership.Settings()],
    membership.Speak: lambda world: [membership.Speak("en")],
    membership.QuietHours: lambda world: [membership.QuietHours()],
    membership.KeepQuiet: lambda world: [membership.KeepQuiet(0, 0)],
    membership.MyData: lambda world: [membership.MyData()],
    membership.ForgetMe: lambda world: [membership.ForgetMe(sure) for sure in (0, 1)],
    **consultations.MEMBERS,
    **consultations.OF_LIBRARY,
    **outcome_samples.MEMBERS,
    **after.MEMBERS,
    **seats.MEMBERS,
    **calls.MEMBERS,
    **calls.OF_LIBRARY,
    **joint.MEMBERS,
    **joint.OF_LIBRARY,
}

STAFF: Samples = {
    Steer: lambda world: [Steer(BatchId(1), go_on, sure) for go_on, sure in ((1, 1), (0, 0), (0, 1))],
    **office_samples.STAFF,
    **events_office.STAFF,
    **outcome_samples.STAFF,
    **after.STAFF,
    **calls_office.STAFF,
    **feeds.STAFF,
    Pick: lambda world: [Pick(world.draft.id, world.draft.version, "/change")],
    GoOn: lambda world: [GoOn(world.draft.id)],
    Office: lambda world: [Office()],
    announcements.NewAnnouncement: lambda world: [announcements.NewAnnouncement(anew) for anew in (0, 1)],
    announcements.AnnounceTo: lambda world: [
        announcements.AnnounceTo(kind, world.event, anew) for kind in ("seat", "waits") for anew in (0, 1)
    ],
    announcements.ResumeAnnouncement: lambda world: [announcements.ResumeAnnouncement()],
    announcements.SendAnnouncement: lambda world: [
        announcements.SendAnnouncement(world.draft.id, world.draft.version, 0)
    ],
    announcements.SendTest: lambda world: [announcements.SendTest(world.draft.id, world.draft.version, 0)],
    announcements.SaveAudience: lambda world: [announcements.SaveAudience(world.draft.id, world.draft.version)],
    announcements.ForgetAudience: lambda world: [announcements.ForgetAudience(AudienceId(1), sure) for sure in (0, 1)],
    events.OfficeEvents: lambda world: [events.OfficeEvents(0)],
    events.OfficeEvent: lambda world: [events.OfficeEvent(world.event, 0)],
    events.WhoComes: lambda world: [events.WhoComes(world.event, 0)],
    events.CallOff: lambda world: [events.CallOff(world.event, sure) for sure in (0, 1)],
    events.NewEvent: lambda world: [events.NewEvent(anew) for anew in (0, 1)],
    events.ResumeDraft: lambda world: [events.ResumeDraft()],
    events.Publish: lambda world: [events.Publish(world.draft.id, world.draft.version)],
    announcements.OfficeAnnouncements: lambda world: [announcements.OfficeAnnouncements(0)],
    announcements.OfficeAnnouncement: lambda world: [announcements.OfficeAnnouncement(world.announcement.id)],
    announcements.Steer: lambda world: [
        announcements.Steer(world.announcement.id, batch_of(world.announcement), how, sure)
        for how in How
        for sure in (0, 1)
    ],
    announcements.ShowMessage: lambda world: [announcements.ShowMessage(world.announcement.id)],
    announcements.SendNow: lambda world: [announcements.SendNow(world.announcement.id, sure) for sure in (0, 1)],
    announcements.WithdrawAnnouncement: lambda world: [
        announcements.WithdrawAnnouncement(world.announcement.id, sure) for sure in (0, 1)
    ],
    announcements.Approve: lambda world: [announcements.Approve(world.announcement.id)],
    announcements.SendAgain: lambda world: [
        announcements.SendAgain(world.announcement.id, state, sure)
        for state in (State.FAILED, State.UNCERTAIN)
        for sure in (0, 1)
    ],
    announcements.Remind: lambda world: [announcements.Remind(world.announcement.id, 0)],
    announcements.Recall: lambda world: [announcements.Recall(world.announcement.id, sure) for sure in (0, 1)],
    announcements.CorrectAnnouncement: lambda world: [
        announcements.CorrectAnnouncement(world.announcement.id, anew) for anew in (0, 1)
    ],
    announcements.SendCorrection: lambda world: [announcements.SendCorrection(world.draft.id, world.draft.version)],
    announcements.Reached: lambda world: [announcements.Reached(world.announcement.id, 0)],
    announcements.ReachedPeople: lambda world: [announcements.ReachedPeople(world.announcement.id, 0)],
    announcements.WhoRead: lambda world: [announcements.WhoRead(world.announcement.id, 0)],
    announcements.ReadChart: lambda world: [announcements.ReadChart(world.announcement.id)],
    announcements.ReachSheet: lambda world: [announcements.ReachSheet(world.announcement.id)],
    membership.Members: lambda world: [membership.Members(0)],
    membership.OpenLibrary: lambda world: [membership.OpenLibrary(KRSKO.id, 0)],
    membership.OfficePeople: lambda world: [membership.OfficePeople()],
    membership.OpenPerson: lambda world: [membership.OpenPerson(world.bojan.id)],
    membership.Confirmations: lambda world: [membership.Confirmations(0)],
    membership.Find: lambda world: [membership.Find()],
    membership.Confirm: lambda world: [membership.Confirm(world.waiting.id, Role.DEPUTY)],
    membership.Decline: lambda world: [membership.Decline(world.waiting.id, Role.DEPUTY)],
    membership.Roles: lambda world: [membership.Roles(world.bojan.id)],
    membership.GiveRole: lambda world: [membership.GiveRole(world.bojan.id, Role.DEPUTY, sure) for sure in (0, 1)],
    membership.OtherLibrary: lambda world: [membership.OtherLibrary(world.bojan.id)],
    membership.MoveTo: lambda world: [membership.MoveTo(world.waiting.id, KRSKO.id, sure) for sure in (0, 1)],
    membership.Remove: lambda world: [membership.Remove(world.bojan.id, sure) for sure in (0, 1)],
    membership.Invites: lambda world: [membership.Invites(0)],
    membership.OpenInvite: lambda world: [membership.OpenInvite(world.invite)],
    membership.Revoke: lambda world: [membership.Revoke(world.invite, sure) for sure in (0, 1)],
    membership.NewInvite: lambda world: [membership.NewInvite(KRSKO.id)],
    membership.InviteLibrary: lambda world: [membership.InviteLibrary(Role.LIBRARIAN, 0)],
    membership.FindForInvite: lambda world: [membership.FindForInvite(Role.LIBRARIAN)],
    membership.InviteUses: lambda world: [membership.InviteUses(Role.LIBRARIAN, KRSKO.id)],
    membership.InviteDays: lambda world: [membership.InviteDays(Role.LIBRARIAN, KRSKO.id, 5)],
    membership.MakeInvite: lambda world: [membership.MakeInvite(Role.LIBRARIAN, KRSKO.id, 5, 7, SECRET)],
}

ADMINS: Samples = {announcements.LetIn: lambda world: [announcements.LetIn(world.group)]}

FORMER = (Home, membership.MyData, membership.ForgetMe)
"""What is left to whoever's library is not a member any more."""

VOTERS: Samples = {**consultations.VOTERS, **joint.VOTERS, **seats.VOTERS}
"""For those who speak for a library."""

SAMPLES: Mapping[Role | None, Samples] = {
    None: STRANGERS, Role.LIBRARIAN: MEMBERS, Role.DEPUTY: VOTERS, Role.STAFF: STAFF, Role.ADMIN: ADMINS,
}  # fmt: skip

NOT_FOR_OFFICE = {button.tag for button in (*consultations.OF_LIBRARY, *calls.OF_LIBRARY, *joint.OF_LIBRARY, *VOTERS)}
"""What is for people of libraries only."""

COMMANDS: Mapping[str, Role | None] = {
    "/start": None,
    "/help": None,
    "/pomoc": None,
    "/cancel": None,
    "/preklic": None,
    "/start i_odprto": None,
    "/start e_1": Role.LIBRARIAN,
    "/start t_1": Role.LIBRARIAN,
    "/start c_1": None,
    "/events": Role.LIBRARIAN,
    "/dogodki": Role.LIBRARIAN,
    "/consultations": Role.LIBRARIAN,
    "/obravnave": Role.LIBRARIAN,
    "/start r_1": Role.LIBRARIAN,
    "/calls": Role.LIBRARIAN,
    "/razpisi": Role.LIBRARIAN,
    "/mine": Role.LIBRARIAN,
    "/moje": Role.LIBRARIAN,
    "/settings": Role.LIBRARIAN,
    "/nastavitve": Role.LIBRARIAN,
    "/here": Role.LIBRARIAN,
    "/tukaj": Role.LIBRARIAN,
    "/office": Role.STAFF,
    "/urad": Role.STAFF,
}

OPEN = {
    "/start c_": "tells whoever holds a certificate whether it is genuine, and no more than stands on it",
    "/start": "gives strangers a polite word",
    "/start i_": "is how a stranger joins",
    "Join": "is how a stranger joins",
    "NotNow": "changes nothing",
    "/help": "gives strangers a polite word",
    "/cancel": "gives strangers a polite word; a draft is always one's own",
    "presence": "is Telegram's word on the bot itself; it lets nothing in",
    "moved": "is Telegram's word on a group's number",
    "blocking": "is Telegram's word on one's own chat",
    "anything else": "answers what no other route takes, and changes nothing",
}
"""The routes that let strangers in, and why."""


def arrivals(world: World) -> Iterator[tuple[str, Role | None]]:
    """List every button and every command with the role it asks for."""
    for role, samples in SAMPLES.items():
        yield from ((one.pack(), role) for make in samples.values() for one in make(world))
    yield from COMMANDS.items()


async def send(phone: Phone, what: str) -> str:
    """Send a command, or the data of a button."""
    return await (phone.says(what) if what.startswith("/") else phone.forges(what))


async def answer(phone: Phone, what: str) -> tuple[str, list[MutableMapping[str, Any]]]:
    """Send something that is answered in some way; return what is seen, and what the log says was refused."""
    with capture_logs() as logs:
        seen = await send(phone, what)
    assert seen or phone.bot.shown or phone.bot.alerts, f"{what} is not answered"
    return seen, [log for log in logs if log["event"] == "refused"]


def test_somebody_asks_in_every_role() -> None:
    assert {role for _, role in ASKERS.values()} == {None, *Role}


def test_every_button_has_a_sample_and_a_route() -> None:
    known = {button for button in all_buttons._KNOWN.values() if button.__module__.startswith("handlers.")}
    routed = [route.button for route in all_routes(FEATURES) if isinstance(route, TapRoute)]
    assert {button for samples in SAMPLES.values() for button in samples} == known
    assert sorted(button.tag for button in routed) == sorted(button.tag for button in known)


def test_every_command_has_a_sample() -> None:
    routed = {f"/{name} {one.prefix}".rstrip() for one in all_routes(FEATURES) if isinstance(one, CommandRoute)
              for name in one.names}  # fmt: skip
    sampled = {command.removesuffix("odprto").removesuffix("1") for command in COMMANDS}
    assert sampled == routed


def test_strangers_are_let_in_only_where_there_is_a_reason() -> None:
    assert {route.name for route in all_routes(FEATURES) if route.may is None} == set(OPEN)


@pytest.mark.parametrize("asker", ASKERS)
async def test_rule_4_every_button_and_every_command_against_every_role(world: World, asker: str) -> None:
    role = ASKERS[asker][1]
    former = asker == "without library"
    refusal = TEXTS.say("sl")("former" if former else "stranger" if role is None else "not-allowed")
    left = {one.pack() for button in FORMER for one in MEMBERS[button](world)} if former else set()
    phone = world.phone(asker)
    allowed: list[str] = []
    for what, asked in arrivals(world.of(asker)):
        outside = role is not None and not role.of_library and what.split(":")[0] in NOT_FOR_OFFICE
        if asked is None or (role is not None and role.covers(asked) and not outside) or what in left:
            allowed.append(what)
            continue
        seen, refused = await answer(phone, what)
        assert seen == refusal, what
        assert [log["role"] for log in refused] == [Role.LIBRARIAN if former else role], what
    assert await world.changed() == []
    for what in allowed:
        seen, refused = await answer(phone, what)
        assert seen != TEXTS.say("sl")("not-allowed"), what
        assert not refused, what
        await world.restore()


async def test_an_old_button_about_somebody_removed_never_means_somebody_else(world: World) -> None:
    eva = await put(world.books, 20, name="Eva")
    await world.books.transact(leaving.remove, world.colleague.id, eva.id, NOW)
    franc = await put(world.books, 21, name="Franc")
    staff = world.phone("staff")
    assert "ni več med člani" in await staff.forges(membership.Remove(eva.id, 1).pack())
    assert "Franc" in await staff.forges(membership.OpenPerson(franc.id).pack())


async def test_an_old_button_of_a_draft_thrown_away_never_means_the_next_one(world: World) -> None:
    staff = world.phone("staff")
    await staff.forges(events.NewEvent(1).pack())
    old = next(iter(staff.keys.values()))
    await staff.forges(events.NewEvent(1).pack())
    assert await staff.forges(old) == TEXTS.say("sl")("conversation-gone")
