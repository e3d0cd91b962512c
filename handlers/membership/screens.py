"""What joining and settings look like. Pure: outcome in, card out."""

from collections.abc import Sequence
from typing import assert_never

from handlers.home import Home
from handlers.membership import buttons
from handlers.membership.names import role_name, standing, standing_of
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Say
from storage.membership import rules
from storage.membership.invites import Joined, Redeemed
from storage.membership.leaving import Forgotten
from storage.membership.rules import AlreadyMember, InviteFor, LastAdmin, LookedUp, NoSuchPerson
from storage.people import Person, Role

QUIET_CHOICES = ((20, 8), (21, 7), (22, 6))
NEVER = (0, 0)


def invited(outcome: LookedUp, secret: str, say: Say) -> Screen:
    """Say what an invite is for and ask, or say why it does not hold."""
    if isinstance(outcome, InviteFor):
        keys = [[Key(say.label("key-join"), buttons.Join(secret)), Key(say.label("key-not-now"), buttons.NotNow())]]
        return Screen(lines(*_offer(outcome, say)), keys)
    return _not_in(outcome, say)


def _offer(invite: InviteFor, say: Say) -> list[str | None]:
    before, after = invite.before, invite.after
    role = after.wanted_role or after.role
    confirmed = say("invite-needs-confirming") if after.wanted_role else None
    if before is None:
        return [say("invite-offer"), say("invite-standing", standing=standing(role, after.library, say)), confirmed]
    ends = before.role.needs_confirming and before.library != after.library
    return [
        say("invite-change"),
        say("invite-now", standing=standing(before.role, before.library, say)),
        say("invite-then", standing=standing(role, after.library, say)),
        confirmed,
        say("invite-role-ends", role=role_name(before.role, say)) if ends else None,
    ]


def joined(outcome: Redeemed, say: Say) -> Screen:
    """Say what an invite has made of a person, or why it has not."""
    if not isinstance(outcome, Joined):
        return _not_in(outcome, say)
    person = outcome.person
    first = say("joined-welcome", name=person.first_name) if outcome.before is None else say("joined-changed")
    waits = None
    if person.wanted_role:
        waits = say("joined-waits", role=role_name(person.wanted_role, say))
    text = lines(first, say("invite-standing", standing=standing_of(person, say)), waits)
    return Screen(text, _home(say))


def _not_in(outcome: AlreadyMember | rules.Unfit | rules.TooManyTries, say: Say) -> Screen:
    match outcome:
        case AlreadyMember(person):
            return Screen(say("invite-already", standing=standing_of(person, say)), _home(say))
        case rules.Wrong():
            return Screen(say("invite-wrong"))
        case rules.UsedUp():
            return Screen(say("invite-used-up"))
        case rules.Expired():
            return Screen(say("invite-expired"))
        case rules.Revoked():
            return Screen(say("invite-revoked"))
        case rules.TooManyTries():
            return Screen(say("invite-too-many-tries"))
        case _:
            assert_never(outcome)


def not_now(say: Say) -> Screen:
    """Say that nothing has happened."""
    return Screen(say("invite-not-now"))


def _home(say: Say) -> list[list[Key]]:
    return [[Key(say.label("key-home"), Home())]]


def settings(person: Person, more: Sequence[Key], say: Say) -> Screen:
    """Show what a person can set for themselves, with buttons to `more` from other features."""
    other = "en" if say.language == "sl" else "sl"
    keys = [
        [
            Key(say.label("key-other-language"), buttons.Speak(other)),
            Key(say.label("key-quiet-hours"), buttons.QuietHours()),
        ],
        *in_rows(more, 2),
        own_keys(say),
        *_home(say),
    ]
    text = lines(
        say("settings-card"),
        say("settings-standing", name=person.first_name, standing=standing_of(person, say)),
        say("settings-language"),
        _quiet(person, say),
    )
    return Screen(text, keys)


def own_keys(say: Say) -> list[Key]:
    """Give the buttons to one's own data."""
    return [
        Key(say.label("key-my-data"), buttons.MyData()),
        Key(say.label("key-forget-me"), buttons.ForgetMe(0)),
    ]


def _quiet(person: Person, say: Say) -> str:
    start, end = person.quiet_from, person.quiet_to
    if start == end:
        return say("settings-quiet-never")
    return say("settings-quiet", start=str(start.hour), end=str(end.hour))


def quiet_hours(person: Person, say: Say) -> Screen:
    """Show the choices of quiet hours."""
    keys = [
        Key(say.label("key-quiet", start=str(start), end=str(end)), buttons.KeepQuiet(start, end))
        for start, end in QUIET_CHOICES
    ]
    keys.append(Key(say.label("key-quiet-never"), buttons.KeepQuiet(*NEVER)))
    text = lines(_quiet(person, say), "", say("settings-quiet-why"))
    return Screen(text, [*in_rows(keys, 2), [Key(say.label("key-back"), buttons.Settings())]])


def forget_me(person: Person, say: Say) -> Screen:
    """Say what forgetting means, and ask."""
    office = say("forget-office") if person.may(Role.STAFF) else None
    keys = [
        Key(say.label("key-forget-me"), buttons.ForgetMe(1)),
        Key(say.label("key-back"), Home() if person.former else buttons.Settings()),
    ]
    return Screen(lines(say("forget-question"), office, say("forget-sure")), [keys])


def forgotten(outcome: Forgotten | NoSuchPerson | LastAdmin, say: Say) -> Screen:
    """Say that a person is forgotten, or why not."""
    match outcome:
        case Forgotten() | NoSuchPerson():
            return Screen(say("forgotten"))
        case LastAdmin():
            return Screen(say("forget-last-admin"), [[Key(say.label("key-back"), buttons.Settings())]])
        case _:
            assert_never(outcome)
