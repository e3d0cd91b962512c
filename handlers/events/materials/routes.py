"""Members get the files that are meant for them; the office attaches and takes away."""

from handlers.context import Tap
from handlers.conversation import again, begin_card
from handlers.events.card import no_such
from handlers.events.materials import buttons, screens
from handlers.events.materials.guide import GUIDE
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from storage.database import Tx
from storage.drafts import NotYours
from storage.events import books, materials
from storage.events.materials import Attached, Material, MaterialId
from storage.events.rules import Event
from storage.people import Person, Role

MEMBER, STAFF = Role.LIBRARIAN, Role.STAFF


@on_tap(buttons.Materials, may=MEMBER)
async def mine(tap: Tap[buttons.Materials]) -> Answer:
    """The files of an event that I may have."""
    found = await tap.db.read(materials.shelf, tap.button.event_id, tap.person)
    return no_such(tap.say) if found is None else screens.shelf(found, tap.button.page, tap.say)


def _file(tx: Tx, material_id: MaterialId, person: Person) -> tuple[Material, Event] | None:
    one = materials.find(tx, material_id, person)
    event = None if one is None else books.find(tx, one.event_id)
    return None if one is None or event is None else (one, event)


@on_tap(buttons.GetMaterial, may=MEMBER)
async def get(tap: Tap[buttons.GetMaterial]) -> Answer:
    """A file, for whom it is meant."""
    found = await tap.db.read(_file, tap.button.material_id, tap.person)
    return screens.gone(tap.say) if found is None else screens.file(*found, tap.say)


@on_tap(buttons.OfficeMaterials, may=STAFF)
async def everything(tap: Tap[buttons.OfficeMaterials]) -> Answer:
    """All files of an event."""
    found = await tap.db.read(materials.shelf, tap.button.event_id, tap.person)
    return no_such(tap.say) if found is None else screens.office_shelf(found, tap.button.page, tap.say)


@on_tap(buttons.OfficeMaterial, may=STAFF)
async def one(tap: Tap[buttons.OfficeMaterial]) -> Answer:
    """A file's card."""
    found = await tap.db.read(_file, tap.button.material_id, tap.person)
    return screens.removed(None, tap.say) if found is None else screens.office_file(*found, tap.say)


@on_tap(buttons.SendMaterials, may=STAFF)
async def send(tap: Tap[buttons.SendMaterials]) -> Answer:
    """Ask for files."""
    event = await tap.db.read(books.find, tap.button.event_id)
    return no_such(tap.say) if event is None else await begin_card(tap, GUIDE, "readers", {"event": event.id})


@on_tap(buttons.AttachMaterials, may=STAFF)
async def attach(tap: Tap[buttons.AttachMaterials]) -> Answer:
    """Attach the files that were sent."""
    button = tap.button
    done = await tap.db.transact(materials.attach, button.draft_id, button.version, tap.person.id, tap.now)
    if isinstance(done, Attached):
        return screens.attached(done, tap.say)
    if isinstance(done, NotYours):
        return refusal(tap)
    return await again(tap, GUIDE)


@on_tap(buttons.RemoveMaterial, may=STAFF)
async def remove(tap: Tap[buttons.RemoveMaterial]) -> Answer:
    """Take a file away, once it was asked about."""
    if not tap.button.sure:
        found = await tap.db.read(materials.find, tap.button.material_id, tap.person)
        return screens.removed(None, tap.say) if found is None else screens.ask_remove(found, tap.say)
    return screens.removed(
        await tap.db.transact(materials.remove, tap.button.material_id, tap.person.id, tap.now), tap.say
    )


ROUTES = (mine, get, everything, one, send, attach, remove)
