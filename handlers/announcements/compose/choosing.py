"""Who gets it, tap by tap: a tap adds or takes away, a second one undoes it. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from storage.announcements.rules import Choice, choice_of, kept_choice
from storage.drafts import Draft
from storage.people import Role

LISTED = {"role": "roles", "kind": "kinds", "libraries": "libraries"}
"""The kinds of choices that hold several values, and what these are called."""

ROLES: Mapping[str, tuple[Role, ...]] = {
    "delegate": (Role.DELEGATE,),
    "deputy": (Role.DEPUTY,),
    "office": (Role.STAFF, Role.ADMIN),
}
"""The groups of roles that can be chosen."""

Choices = tuple[Choice, ...]


def choices(draft: Draft) -> Choices:
    """Read the choices from the draft."""
    return tuple(map(choice_of, draft.data.get("audience", ())))


def chosen(draft: Draft, now: Choices) -> Draft:
    """Put choices into the draft."""
    return draft.at(draft.step, audience=[kept_choice(one) for one in now] or None)


def values(now: Choices, kind: str, *, minus: bool) -> list[Any]:
    """List what is chosen of a kind that holds several values."""
    return [value for one in now if (one.kind, one.minus) == (kind, minus) for value in one.args[LISTED[kind]]]


def sign(now: Choices, kind: str, given: Sequence[Any]) -> bool | None:
    """Tell whether values of a kind are taken away (True), added (False), or neither."""
    return next((minus for minus in (True, False) if set(given) <= set(values(now, kind, minus=minus))), None)


def toggle(now: Choices, kind: str, given: Sequence[Any], *, minus: bool) -> Choices:
    """Choose values of a kind; if they are chosen so already, no more; if the other way round, this way now."""
    undone = sign(now, kind, given) is minus
    after = now
    for side in (True, False):
        kept = [value for value in values(now, kind, minus=side) if value not in given]
        after = _with(after, kind, [*kept, *given] if side is minus and not undone else kept, minus=side)
    return after


def _with(now: Choices, kind: str, given: Sequence[Any], *, minus: bool) -> Choices:
    """Put the values of a kind in place of those that are there."""
    there = next((place for place, one in enumerate(now) if (one.kind, one.minus) == (kind, minus)), len(now))
    made = (Choice(kind, {LISTED[kind]: list(given)}, minus),) if given else ()
    return (*now[:there], *made, *now[there + 1 :])


def sign_of_one(now: Choices, kind: str, args: Mapping[str, Any]) -> bool | None:
    """Tell whether a choice of a kind that holds one value takes away (True), adds (False), or is not there."""
    return next((one.minus for one in now if one.kind == kind and dict(one.args) == dict(args)), None)


def toggle_one(now: Choices, kind: str, args: Mapping[str, Any], *, minus: bool) -> Choices:
    """Choose as `toggle` does, of a kind whose choices hold one value."""
    before = sign_of_one(now, kind, args)
    rest = tuple(one for one in now if one.kind != kind or dict(one.args) != dict(args))
    return rest if before is minus else (*rest, Choice(kind, args, minus))
