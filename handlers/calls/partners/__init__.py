"""Partners, consortia and granted projects: how libraries find each other on a call, and go on together."""

from collections.abc import Sequence

from handlers.calls.partners import buttons, consortia, consortium_buttons, consortium_guide, milestone_guide
from handlers.calls.partners import milestones, offer_guide, offers, push
from handlers.screen import Key
from handlers.texts import Say
from storage.calls import consortium_reading
from storage.calls.consortium_reading import Ways
from storage.calls.rules import CallId

ROUTES = (*offers.ROUTES, *consortia.ROUTES, *milestones.ROUTES)
GUIDES = (
    offer_guide.GUIDE, offer_guide.LINE_GUIDE, consortium_guide.GUIDE, consortium_guide.INVITE_GUIDE,
    milestone_guide.GUIDE,
)  # fmt: skip
PUSHES = push.PUSHES

load = consortium_reading.ways
"""Reads what there is on a call for a person: (tx, call, person, now)."""


def keys(ways: Ways, call_id: CallId, say: Say) -> Sequence[Key]:
    """Give the ways from a call's card to its partners, to the person's consortium, to their library's project."""
    found = [Key(say.label("key-partners-count", count=ways.offers), buttons.Offers(call_id, 0))] if ways.open else []
    for one in [ways.consortium] if ways.consortium else ways.invitations:
        label = "key-consortium" if ways.consortium else "key-consortium-invitation"
        found.append(Key(say.label(label), consortium_buttons.OpenConsortium(one.id)))
    if ways.founds:
        found.append(Key(say.label("key-consortium-new"), consortium_buttons.NewConsortium(call_id)))
    if ways.granted:
        found.append(Key(say.label("key-project"), consortium_buttons.Project(call_id)))
    return found
