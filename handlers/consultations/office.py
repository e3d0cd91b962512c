"""What the office does with consultations: all of it, as the feature takes it."""

from collections.abc import Sequence

from handlers.consultations import desk, desk_buttons
from handlers.consultations.compose import staff
from handlers.consultations.compose.guide import GUIDE
from handlers.screen import Key
from handlers.texts import Say
from storage.people import Person

ROUTES = (*staff.ROUTES, *desk.ROUTES)
GUIDES = (GUIDE,)


def keys(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    """Give the way to the consultations from the office card."""
    return [Key(say.label("key-consultations"), desk_buttons.OfficeConsultations(0))]
