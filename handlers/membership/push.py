"""What the bot says of its own accord about roles. Pure."""

from datetime import datetime

from handlers.context import Live, Push
from handlers.home import Home, own_menu
from handlers.membership import buttons, staff_screens
from handlers.membership.names import role_name, standing_of
from handlers.screen import Key, Menu, Screen, lines
from handlers.texts import Say
from storage.membership import notices
from storage.membership.notices import Decided, Decision, Waited
from storage.people import Person, Role


def waiting(person: Person, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Tell the office who waits for their role."""
    role = person.wanted_role or person.role
    text = lines(
        say("waiting-push", name=person.first_name, role=role_name(role, say)),
        say("waiting-push-place", place=person.library.name) if person.library else None,
        say("waiting-push-why"),
    )
    return Screen(text, [
        [Key(say.label("key-confirm"), buttons.Confirm(person.id, role)),
         Key(say.label("key-decline"), buttons.Decline(person.id, role))],
        [Key(say.label("key-open-person"), buttons.OpenPerson(person.id))],
    ])  # fmt: skip


def waited(facts: Waited, say: Say, now: datetime) -> Screen:
    """Show what has become of who waits, in place of what the office was told."""
    person = facts.person
    if person is None:
        return staff_screens.gone(say)
    if facts.waits:
        return waiting(person, say, now)
    return staff_screens.person(person, facts.reader, say, say("waiting-over", role=role_name(facts.role, say)))


FIRST_LINE = {
    Decision.CONFIRMED: "decided-confirmed",
    Decision.DECLINED: "decided-declined",
    Decision.CHANGED: "decided-changed",
}


def decided(facts: Decided, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Tell a person what was decided."""
    text = lines(
        say(FIRST_LINE[facts.decision], role=role_name(facts.role, say)),
        say("invite-standing", standing=standing_of(facts.person, say)),
        say("decided-office") if facts.person.may(Role.STAFF) else None,
    )
    return Screen(text, [[Key(say.label("key-home"), Home())]])


def menu(facts: Decided, say: Say) -> Menu:
    """Give a person the menu of the role they have now."""
    return own_menu(facts.person, say)


PUSHES = {
    notices.WAITING: Push(notices.waiting_facts, waiting, live=True),
    notices.DECIDED: Push(notices.decided_facts, decided, menu),
}
LIVE = {notices.WAITING: Live(notices.waited_facts, waited, over=lambda facts: not facts.waits)}
