"""What the office does with calls: all of it, as the feature takes it."""

from collections.abc import Mapping, Sequence

from handlers.context import Push
from handlers.conversation import Guide
from handlers.routes import Route
from handlers.screen import Key
from handlers.texts import Say
from storage.people import Person

ROUTES: Sequence[Route] = ()
GUIDES: Sequence[Guide] = ()
PUSHES: Mapping[str, Push] = {}


def keys(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    """Give the way to the calls from the office card."""
    return []
