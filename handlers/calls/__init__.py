"""Calls for projects: members follow them, say what their library intends, and are reminded."""

from collections.abc import Sequence

from handlers.calls import buttons, member, office
from handlers.calls.feeds import guide, push, staff
from handlers.context import Feature
from handlers.screen import Key
from handlers.texts import Say
from storage.people import Person


def _home(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-calls"), buttons.Calls(0, ""))]


FEATURE = Feature(
    "calls",
    (*member.ROUTES, *office.ROUTES, *staff.ROUTES),
    guides=(*office.GUIDES, guide.GUIDE),
    pushes={**office.PUSHES, **push.PUSHES},
    home=_home,
    audiences=(office.AUDIENCE,),
    office=office.keys,
)
