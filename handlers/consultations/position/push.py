"""What the bot says of its own accord about a position. Pure, but for what is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.consultations.position import buttons, screens
from handlers.context import Push
from handlers.screen import Key, Ready, Screen
from handlers.texts import Say
from storage.consultations import notices, positions
from storage.consultations.positions import Position, Stage
from storage.database import Tx
from storage.people import PersonId


@dataclass(frozen=True, slots=True)
class Followed:
    """A position, and the stage that somebody is told of."""

    position: Position
    stage: Stage


def _facts(tx: Tx, person_id: PersonId, args: Mapping[str, Any], now: datetime) -> Followed | None:
    found = notices.over_facts(tx, person_id, args, now)
    position = positions.find(tx, found.one.id) if found else None
    if position is None or not position.public:
        return None
    return Followed(position, Stage(args.get("stage", Stage.PUBLISHED)))


def published(facts: Followed, say: Say, now: datetime) -> Ready:
    """Give the document."""
    return screens.document(facts.position, say, now)


def followed(facts: Followed, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say how far the position has come."""
    one = facts.position.one
    text = say(f"position-followed-{facts.stage}", title=one.title(say.language))
    return Screen(text, [[Key(say.label("key-position-show"), buttons.ShowDocument(one.id))]])


PUSHES = {notices.POSITION: Push(_facts, published), notices.FOLLOWED: Push(_facts, followed)}
