"""What the office does with consultations: all of it, as the feature takes it."""

from collections.abc import Sequence

from handlers.consultations import desk, desk_buttons, extending, letters
from handlers.consultations.compose import guide, staff, versions
from handlers.screen import Key
from handlers.texts import Say
from storage.people import Person

ROUTES = (*staff.ROUTES, *versions.ROUTES, *desk.ROUTES, *extending.ROUTES, *letters.ROUTES)
GUIDES = (guide.GUIDE, guide.VERSION, extending.GUIDE, letters.GUIDE)


def keys(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    """Give the way to the consultations from the office card."""
    return [Key(say.label("key-consultations"), desk_buttons.OfficeConsultations(0))]
