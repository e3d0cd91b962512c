"""What the cards of the conversation need beside the draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from handlers.announcements.compose import choosing, content
from handlers.announcements.compose.steps import Step
from handlers.context import AudienceKind
from storage import audience, people
from storage.announcements import saved
from storage.announcements.rules import EventButton
from storage.announcements.saved import Saved
from storage.audience import Size
from storage.database import Tx
from storage.drafts import Draft
from storage.events import reading
from storage.events.reading import Line
from storage.events.rules import EventDetails, EventId
from storage.features import AUDIENCES
from storage.membership import lists
from storage.pages import Page
from storage.people import Library, Person, Role


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds now.

    `size` is of the choices in the draft, `offered` the kinds of choices that other features offer, with the facts of
    those that are chosen in `named` and of those that can be in `options`. `found` are the libraries to choose from.
    """

    size: Size
    libraries: Mapping[int, Library]
    offered: Mapping[str, AudienceKind]
    named: Mapping[tuple[str, int], Any]
    titles: Mapping[int, EventDetails]
    options: Mapping[int, Any] = field(default_factory=dict)
    found: Sequence[Library] = ()
    events: Page[Line] | None = None
    saved: Sequence[Saved] = ()
    colleagues: Sequence[Person] = ()

    @property
    def kinds(self) -> list[str]:
        """The kinds of libraries that there are."""
        return sorted({library.kind for library in self.libraries.values()})


def load(offered: Mapping[str, AudienceKind], tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:
    """Read what holds for the step at which the draft is."""
    step = Step(draft.step)
    chosen = choosing.choices(draft)
    libraries = [line.library for line in lists.all_libraries(tx)]
    text = draft.data.get("text")
    page = int(draft.data.get("page", 0))
    kind = offered.get(draft.data.get("kind", ""))
    return Facts(
        size=audience.size(tx, audience.recipients(AUDIENCES, chosen), audience.groups_of(chosen)),
        libraries={library.id: library for library in libraries},
        offered=offered,
        named=_named(tx, offered, chosen),
        titles=_titles(tx, draft, person, now),
        options=kind.options(tx, now) if step is Step.OFFERED and kind else {},
        found=lists.find(tx, text).libraries if text and step is Step.LIBRARIES else libraries,
        events=reading.upcoming(tx, person.id, page, now) if step is Step.EVENT else None,
        saved=saved.everything(tx) if step in {Step.AUDIENCE, Step.SAVED, Step.NAME} else (),
        colleagues=[one for one in people.with_role(tx, Role.STAFF) if one.id != person.id]
        if step is Step.TEST
        else (),
    )


def _named(tx: Tx, offered: Mapping[str, AudienceKind], chosen: choosing.Choices) -> dict[tuple[str, int], Any]:
    """Read the facts of the choices that other features offer; what is gone since has none."""
    found = {}
    for one in chosen:
        if kind := offered.get(one.kind):
            value = one.args[kind.argument]
            found[one.kind, value] = kind.find(tx, value)
    return found


def _titles(tx: Tx, draft: Draft, person: Person, now: datetime) -> dict[int, EventDetails]:
    ids = [button.event_id for button in content.buttons(draft) if isinstance(button, EventButton)]
    cards = {one: reading.card(tx, EventId(one), person.id, now) for one in ids}
    return {one: card.event.details for one, card in cards.items() if card}
