"""A new version of the draft beside the one that members have: what goes on which question. Pure, but `look_into`."""

import asyncio
from collections.abc import Callable, Mapping

from handlers.consultations.compose.facts import Facts
from handlers.consultations.compose.steps import Step
from handlers.context import Ask
from handlers.conversation import Misread
from handlers.heard import Heard
from storage.consultations import books, drafting, revising
from storage.consultations.revising import Change, Pairs
from storage.database import Tx
from storage.drafts import Draft

CHOOSE = Misread("guide-choose")


async def look_into(ask: Ask, draft: Draft, heard: Heard) -> Pairs | None:
    """Find which question each text goes on, once somebody goes on from the outline."""
    if heard.said != "/next":
        return None
    old = await ask.db.read(_old, draft)
    return await asyncio.to_thread(revising.pair, old, drafting.texts(draft.data))


def _old(tx: Tx, draft: Draft) -> list[books.Question]:
    return books.outline(tx, draft.data["consultation"], draft.data["base"])


def matched(draft: Draft, found: Pairs | None) -> Draft | Misread:
    """Go on with what was found."""
    return CHOOSE if found is None else draft.at(Step.COMPARE, pairs=list(found), page=None)


def changes(draft: Draft, facts: Facts) -> list[Change]:
    """List what becomes of each question."""
    return revising.changes(facts.old, drafting.texts(draft.data), revising.pairs_of(draft.data))


def free(draft: Draft, facts: Facts) -> list[books.Question]:
    """List the questions that no text goes on."""
    pairs = revising.pairs_of(draft.data)
    return [question for question in facts.old if question.id not in pairs]


def compare(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Turn the page, let a text be a new question, or ask which question it goes on."""
    number = int(argument) if argument.isascii() and argument.isdigit() and len(argument) <= len("99999") else None
    if number is None:
        return CHOOSE
    if word == "/page":
        return draft.at(Step.COMPARE, page=number)
    pairs = revising.pairs_of(draft.data)
    if number >= len(pairs):
        return CHOOSE
    match word:
        case "/new":
            return draft.at(Step.COMPARE, pairs=[None if at == number else one for at, one in enumerate(pairs)])
        case "/match" if pairs[number] is None:
            return draft.at(Step.MATCH, at=number, part=None)
        case _:
            return CHOOSE


def match_(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:
    """Take the question that a text goes on."""
    if word == "/page" and argument.isascii() and argument.isdigit() and len(argument) <= len("99999"):
        return draft.at(Step.MATCH, part=int(argument))
    chosen = {str(question.id): question.id for question in free(draft, facts)}.get(argument)
    pairs, at = revising.pairs_of(draft.data), int(draft.data.get("at", 0))
    if word != "/choose" or chosen is None or at >= len(pairs):
        return CHOOSE
    return draft.at(Step.COMPARE, pairs=[chosen if place == at else one for place, one in enumerate(pairs)])


FOLLOW: Mapping[Step, Callable[[Draft, str, str, Facts], Draft | Misread]] = {
    Step.COMPARE: compare,
    Step.MATCH: match_,
}
"""What the buttons of a step do."""
