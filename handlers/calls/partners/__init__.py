"""Partners, consortia and granted projects: how libraries find each other on a call, and go on together."""

from collections.abc import Sequence
from datetime import datetime

from handlers.calls.partners import (
    buttons,
    consortia,
    consortium_buttons,
    consortium_guide,
    milestone_guide,
    milestones,
    offer_guide,
    offers,
    push,
)
from handlers.screen import Key
from handlers.texts import Say
from storage.calls.consortium_reading import Ways
from storage.calls.rules import Call

ROUTES = (*offers.ROUTES, *consortia.ROUTES, *milestones.ROUTES)
GUIDES = (
    offer_guide.GUIDE, offer_guide.LINE_GUIDE, consortium_guide.GUIDE, consortium_guide.INVITE_GUIDE,
    milestone_guide.GUIDE,
)  # fmt: skip
PUSHES = push.PUSHES


def keys(ways: Ways, call: Call, say: Say, now: datetime) -> Sequence[Key]:
    """Give the ways from a call's card to its partners, to the person's consortium, to their library's project."""
    runs = call.runs(now)
    found = [Key(say.label("key-partners-count", count=ways.offers), buttons.Offers(call.id, 0))] if runs else []
    if ways.consortium is not None:
        found.append(Key(say.label("key-consortium"), consortium_buttons.OpenConsortium(ways.consortium.id)))
    invitation = say.label("key-consortium-invitation")
    found += [Key(invitation, consortium_buttons.OpenConsortium(one.id)) for one in ways.invitations if runs]
    if ways.founds and runs:
        found.append(Key(say.label("key-consortium-new"), consortium_buttons.NewConsortium(call.id)))
    if ways.granted:
        found.append(Key(say.label("key-project"), consortium_buttons.Project(call.id)))
    return found
