"""The card of a call that is being written, as it grows. Pure."""

from collections.abc import Callable, Mapping
from datetime import datetime

from handlers.calls import desk_buttons
from handlers.calls import words as in_words
from handlers.calls.compose import deadline_screens, preview, words
from handlers.calls.compose.facts import Facts
from handlers.calls.compose.steps import OPTIONAL, PARTS, Step, begins
from handlers.guiding import leave, picks, said
from handlers.membership.names import kind_name, short
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Say
from storage.calls import drafting, rules
from storage.calls.rules import Topic
from storage.drafts import Draft


def show(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Draw the card: what there is so far, what is asked, and the answers on buttons."""
    return DRAWN[Step(draft.step)](draft, facts, say, now)


def _head(draft: Draft, say: Say) -> str:
    return say("call-write-new" if drafting.changes(draft.data) is None else "call-write-change")


def asks(draft: Draft, facts: Facts, ask: str, keys: Keys, say: Say, now: datetime) -> Screen:
    """Draw a card that asks for something, with what there is so far."""
    known = words.so_far(draft, facts, say, now)
    return Screen(lines(_head(draft, say), known or None, "", ask), [*keys, *leave(say)])


def ways(draft: Draft, say: Say) -> list[Key]:
    """Give the ways back, past a part that can be left out, and on."""
    step, pick = Step(draft.step), picks(draft)
    there = draft.data.get(step)
    keys = [] if begins(draft) else [pick(say.label("key-back"), "/back")]
    if step in OPTIONAL and (there or not draft.data.get("changing")):
        keys.append(pick(say.label("key-leave-out" if there else "key-skip"), "/skip"))
    if there or step in {Step.KINDS, Step.DOCUMENTS}:
        keys.append(pick(say.label("key-keep"), "/next"))
    return keys


def _typed(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Ask for a text."""
    ask = say(f"call-ask-{draft.step.replace('_', '-')}")
    return asks(draft, facts, ask, [ways(draft, say)], say, now)


def _topics(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    pick, chosen = picks(draft), draft.data.get("topics", ())
    keys = (pick(_ticked(in_words.topic(one, say), say, on=one in chosen), said("/choose", one)) for one in Topic)
    return asks(draft, facts, say("call-ask-topics"), [*in_rows(keys, 2), ways(draft, say)], say, now)


def _ticked(label: str, say: Say, *, on: bool) -> str:
    return say.label("key-ticked", name=label) if on else label


def _kinds(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    pick, chosen = picks(draft), tuple(draft.data.get("kinds", ()))
    rows = [[pick(_ticked(say.label("key-all-kinds"), say, on=not chosen), "/all")]]
    rows += [
        [pick(_ticked(kind_name(kind, say), say, on=kind in chosen), said("/choose", at))]
        for at, kind in enumerate(facts.kinds)
    ]
    return asks(draft, facts, say("call-ask-kinds"), [*rows, ways(draft, say)], say, now)


def _documents(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    pick, there = picks(draft), drafting.content(draft.data).details.documents
    rows = [[pick(say.label("key-call-drop-document", name=short(one.name)), said("/drop", at))]
            for at, one in enumerate(there)]  # fmt: skip
    together = say("call-documents-together") if draft.data.get("album") else None
    ask = lines(
        say("call-ask-more-documents" if there else "call-ask-documents", most=rules.DOCUMENTS_AT_MOST), together
    )
    return asks(draft, facts, ask, [*rows, ways(draft, say)], say, now)


def card(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Show all that there is, what is wrong with it, and what can be changed."""
    pick, content = picks(draft), drafting.content(draft.data)
    problems = rules.check(content)
    over = content.ends_at is not None and content.ends_at <= now
    text = lines(
        _head(draft, say),
        words.so_far(draft, facts, say, now, checked=True),
        *words.clashes(draft, facts, say, now),
        "",
        say("call-write-over") if over and not problems else None,
        say("call-write-problems" if problems else "call-ask-card"),
    )
    parts = [pick(_part(draft, part, say), said("/edit", part)) for part in PARTS]
    on = [] if problems else [pick(say.label("key-preview-call"), "/preview")]
    back = [] if facts.one is None else [Key(say.label("key-back"), desk_buttons.OfficeCall(facts.one.id))]
    return Screen(text, [on, *in_rows(parts, 2), back, *leave(say)])


def _part(draft: Draft, part: Step, say: Say) -> str:
    """Name a part on a button; one of which there is nothing yet, as to be added."""
    name = words.field_name(part, say)
    return name if draft.data.get(part) or part is Step.KINDS else say.label("key-call-add", name=name)


Draw = Callable[[Draft, Facts, Say, datetime], Screen]

DRAWN: Mapping[Step, Draw] = {
    **dict.fromkeys(
        (Step.TITLE_SL, Step.TITLE_EN, Step.CALLER, Step.SUMMARY_SL, Step.SUMMARY_EN, Step.LINK, Step.AMOUNT,
         Step.COFINANCING), _typed,
    ),
    Step.TOPICS: _topics,
    Step.KINDS: _kinds,
    Step.DOCUMENTS: _documents,
    Step.CARD: card,
    Step.PREVIEW: preview.preview,
    **deadline_screens.DRAWN,
}  # fmt: skip
