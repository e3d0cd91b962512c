"""What the office does with members: look, find, confirm, change roles, remove. Storage checks the rights again."""

from handlers.context import Ask, Tap
from handlers.conversation import begin_card
from handlers.home import own_menu
from handlers.membership import buttons, staff_screens
from handlers.membership.find import FIND, Purpose
from handlers.reply import Answer
from handlers.routes import on_tap
from storage import people
from storage.membership import leaving, lists, roles, standings
from storage.membership.roles import Assigned
from storage.people import LibraryId, Person, PersonId, Role

STAFF = Role.STAFF


@on_tap(buttons.Members, may=STAFF)
async def members(tap: Tap[buttons.Members]) -> Answer:
    """The libraries, a page of them."""
    return staff_screens.members(await tap.db.read(lists.all_libraries), tap.button.page, tap.say)


@on_tap(buttons.OpenLibrary, may=STAFF)
async def library(tap: Tap[buttons.OpenLibrary]) -> Answer:
    """A library with its people."""
    card = await tap.db.read(lists.library_card, tap.button.library_id)
    return staff_screens.gone(tap.say) if card is None else staff_screens.library(card, tap.button.page, tap.say)


@on_tap(buttons.OfficePeople, may=STAFF)
async def office_people(tap: Tap[buttons.OfficePeople]) -> Answer:
    """The people of the association's office."""
    return staff_screens.office_people(await tap.db.read(lists.office), tap.say)


@on_tap(buttons.Confirmations, may=STAFF)
async def confirmations(tap: Tap[buttons.Confirmations]) -> Answer:
    """Those who wait for their role, a page of them."""
    return staff_screens.confirmations(await tap.db.read(lists.waiting), tap.button.page, tap.say)


@on_tap(buttons.Find, may=STAFF)
async def find(tap: Tap[buttons.Find]) -> Answer:
    """Look for people and libraries by what is typed."""
    return await begin_card(tap, FIND, "ask", {"purpose": Purpose.LOOK})


async def _person(ask: Ask, person_id: PersonId) -> Person | None:
    return await ask.db.read(people.get, person_id)


@on_tap(buttons.OpenPerson, may=STAFF)
async def person(tap: Tap[buttons.OpenPerson]) -> Answer:
    """A person's card."""
    shown = await _person(tap, tap.button.person_id)
    return staff_screens.gone(tap.say) if shown is None else staff_screens.person(shown, tap.person, tap.say)


@on_tap(buttons.Confirm, may=STAFF)
async def confirm(tap: Tap[buttons.Confirm]) -> Answer:
    """Let a role count that a person waits for."""
    before = await _person(tap, tap.button.person_id)
    if before is None:
        return staff_screens.gone(tap.say)
    outcome = await tap.db.transact(roles.confirm, tap.person.id, before.id, tap.button.role, tap.now)
    return staff_screens.role_changed(outcome, before, tap.person, tap.say)


@on_tap(buttons.Decline, may=STAFF)
async def decline(tap: Tap[buttons.Decline]) -> Answer:
    """Do not give a person the role they wait for."""
    before = await _person(tap, tap.button.person_id)
    if before is None:
        return staff_screens.gone(tap.say)
    outcome = await tap.db.transact(roles.decline, tap.person.id, before.id, tap.button.role, tap.now)
    return staff_screens.role_changed(outcome, before, tap.person, tap.say)


@on_tap(buttons.Roles, may=STAFF)
async def choose_role(tap: Tap[buttons.Roles]) -> Answer:
    """The roles that a person can be given."""
    shown = await _person(tap, tap.button.person_id)
    return staff_screens.gone(tap.say) if shown is None else staff_screens.roles(shown, tap.person, tap.say)


@on_tap(buttons.GiveRole, may=STAFF)
async def give_role(tap: Tap[buttons.GiveRole]) -> Answer:
    """Give a person a role; one in the office only when it was asked about."""
    button = tap.button
    before = await _person(tap, button.person_id)
    if before is None:
        return staff_screens.gone(tap.say)
    if not button.sure and not button.role.of_library:
        return staff_screens.sure_role(before, button.role, tap.say)
    return await _assign(tap, before, button.role, None)


@on_tap(buttons.OtherLibrary, may=STAFF)
async def other_library(tap: Tap[buttons.OtherLibrary]) -> Answer:
    """Look for the library a person moves to."""
    return await begin_card(tap, FIND, "ask", {"purpose": Purpose.MOVE, "person": tap.button.person_id})


@on_tap(buttons.MoveTo, may=STAFF)
async def move(tap: Tap[buttons.MoveTo]) -> Answer:
    """Make a person a librarian of another library, once it was asked about."""
    button = tap.button
    before = await _person(tap, button.person_id)
    to = await tap.db.read(standings.find_library, button.library_id)
    if before is None or to is None:
        return staff_screens.gone(tap.say)
    if not button.sure:
        return staff_screens.sure_move(before, to, tap.say)
    return await _assign(tap, before, Role.LIBRARIAN, to.id)


async def _assign(ask: Ask, before: Person, role: Role, library_id: LibraryId | None) -> Answer:
    outcome = await ask.db.transact(roles.assign, ask.person.id, before.id, role, library_id, ask.now)
    if isinstance(outcome, Assigned) and before.id == ask.person.id:
        me = outcome.person
        return [staff_screens.role_changed(outcome, before, me, ask.say), own_menu(me, ask.say)]
    return staff_screens.role_changed(outcome, before, ask.person, ask.say)


@on_tap(buttons.Remove, may=STAFF)
async def remove(tap: Tap[buttons.Remove]) -> Answer:
    """Remove a person, once it was asked about."""
    before = await _person(tap, tap.button.person_id)
    if before is None:
        return staff_screens.gone(tap.say)
    if not tap.button.sure:
        return staff_screens.sure_remove(before, tap.say)
    outcome = await tap.db.transact(leaving.remove, tap.person.id, before.id, tap.now)
    return staff_screens.removed(outcome, before, tap.person, tap.say)


ROUTES = (
    members, library, office_people, confirmations, find,
    person, confirm, decline, choose_role, give_role, other_library, move, remove,
)  # fmt: skip
