"""All that is mine, from all features: my seats, what my library intends. A feature gives a section of the card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.buttons import Button
from handlers.context import Ask, Command, Feature, Section, Tap
from handlers.home import Home
from handlers.reply import Answer
from handlers.routes import on_command, on_tap
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.database import Tx
from storage.people import Person, Role


@dataclass(frozen=True, slots=True)
class Mine(Button):
    """Back to all that is mine."""

    tag = "m"


@on_command("mine", "moje", may=Role.LIBRARIAN)
async def mine(command: Command) -> Answer:
    """/mine: all that is mine."""
    return await _card(command)


@on_tap(Mine, may=Role.LIBRARIAN)
async def mine_again(tap: Tap[Mine]) -> Answer:
    """Back to all that is mine."""
    return await _card(tap)


def _load(tx: Tx, sections: Sequence[Section], person: Person, now: datetime) -> list[Any]:
    return [section.load(tx, person, now) for section in sections]


async def _card(ask: Ask) -> Screen:
    say = ask.say
    sections = [feature.mine for feature in ask.reach.features if feature.mine]
    facts = await ask.db.read(_load, sections, ask.person, ask.now)
    shown = [part for section, fact in zip(sections, facts, strict=True) if (part := section.show(fact, say, ask.now))]
    said = [text for text, _ in shown] or [say("mine-none")]
    keys = [row for _, rows in shown for row in rows]
    return Screen(lines(say("mine-card"), *said), [*keys, [Key(say.label("key-back"), Home())]])


def _home(person: Person, say: Say) -> Sequence[Key]:  # noqa: ARG001 - as keys are made
    return [Key(say.label("key-mine"), Mine())]


FEATURE = Feature("mine", (mine, mine_again), home=_home)
