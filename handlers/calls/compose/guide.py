"""How the conversation goes on with each thing that is said. Pure, but for what it loads."""

from collections.abc import Callable, Mapping
from datetime import datetime

from handlers.calls.compose import deadlines, screens, taking
from handlers.calls.compose.facts import Facts, load
from handlers.calls.compose.steps import OPTIONAL, ORDER, PARTS, Step, after, back
from handlers.calls.compose.taking import Taken
from handlers.conversation import Guide, Misread
from handlers.heard import Heard
from storage.calls import drafting, rules
from storage.calls.rules import Topic
from storage.drafts import Draft
from storage.people import Role

CHOOSE = Misread("guide-choose")


def takes(draft: Draft, heard: Heard, facts: Facts, now: datetime) -> Taken:
    """Take what was said: a word of a button, a file, or typed text."""
    taken = _taken(draft, heard, facts, now)
    return possible(taken) if isinstance(taken, Draft) else taken


def _taken(draft: Draft, heard: Heard, facts: Facts, now: datetime) -> Taken:
    step = Step(draft.step)
    if step in taking.TAKES_FILES and (heard.media or heard.other):
        return taking.file(draft, heard)
    if heard.said is not None and heard.said.startswith("/"):
        return _followed(draft, step, heard.said, facts, now)
    if heard.text is None:
        return Misread("conversation-text-only")
    if step is Step.DOCUMENTS:
        return Misread("call-document-needed")
    read = READ.get(step)
    return read(draft, heard.text, now) if read else CHOOSE


READ = {**taking.READ, **deadlines.READ}
"""How typed text is read; at all other steps there is nothing to type."""


def _followed(draft: Draft, step: Step, said: str, facts: Facts, now: datetime) -> Draft | Misread:
    """Follow a button: one that is at every step, or one of this step."""
    word, _, argument = said.partition(" ")
    match word:
        case "/stay":
            return draft
        case "/back":
            return back(draft, step)
        case "/skip" if step in OPTIONAL:
            return _left_out(draft, step)
    if follow := deadlines.FOLLOW.get(step):
        return follow(draft, word, argument, now)
    if word == "/next" and step in PARTS:
        return after(draft, step) if draft.data.get(step) or step in {Step.KINDS, Step.DOCUMENTS} else CHOOSE
    choose = FOLLOW.get(step)
    return choose(draft, word, argument, facts) if choose else CHOOSE


def _left_out(draft: Draft, step: Step) -> Draft:
    """Leave a part out; an English summary goes with the Slovene one."""
    english = {Step.SUMMARY_EN: None} if step is Step.SUMMARY_SL else {}
    return after(draft.at(step, **{step: None}, **english), step)


def _toggled(draft: Draft, step: Step, chosen: str) -> Draft:
    there = list(draft.data.get(step, ()))
    now = [one for one in there if one != chosen] if chosen in there else [*there, chosen]
    return draft.at(step, **{step: now or None})


def _topics(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    return _toggled(draft, Step.TOPICS, argument) if word == "/choose" and argument in set(Topic) else CHOOSE


def _kinds(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:
    """Let a kind of libraries apply, or not any more; none chosen means all."""
    there = dict(zip(map(str, range(len(facts.kinds))), facts.kinds, strict=True))
    if word == "/all":
        return draft.at(Step.KINDS, kinds=None)
    return _toggled(draft, Step.KINDS, there[argument]) if word == "/choose" and argument in there else CHOOSE


def _documents(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    there = draft.data.get("documents", [])
    if word != "/drop" or argument not in set(map(str, range(len(there)))):
        return CHOOSE
    rest = [one for number, one in enumerate(there) if str(number) != argument]
    return draft.at(Step.DOCUMENTS, documents=rest or None)


def _card(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    if word == "/edit" and argument in PARTS:
        return draft.at(argument, changing=True, album=None, page=None)
    return draft.at(Step.PREVIEW) if word == "/preview" else CHOOSE


def _preview(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    return draft.at(Step.PREVIEW, shown=argument) if word == "/language" and argument in {"sl", "en"} else CHOOSE


FOLLOW: Mapping[Step, Callable[[Draft, str, str, Facts], Draft | Misread]] = {
    Step.TOPICS: _topics,
    Step.KINDS: _kinds,
    Step.DOCUMENTS: _documents,
    Step.CARD: _card,
    Step.PREVIEW: _preview,
}
"""What the buttons of a step do, where it is not about deadlines."""


def possible(draft: Draft) -> Draft:
    """Go to the step that comes first, where one needs what is not there (any more)."""
    step = Step(draft.step)
    if step in {Step.DEADLINE, Step.KIND, Step.LABEL, Step.HOUR} and deadlines.place(draft) is None:
        return draft.at(Step.DEADLINES)
    if step in {Step.DAY, Step.WORDS, Step.PAST} and not deadlines.is_open(draft):
        return draft.at(Step.DEADLINES)
    if step is Step.PREVIEW and rules.check(drafting.content(draft.data)):
        return draft.at(Step.CARD)
    return draft


GUIDE = Guide(drafting.FEATURE, Role.STAFF, None, screens.show, load, takes=takes)
"""New calls and published ones alike."""

FIRST, FILLED = ORDER[0], Step.CARD
"""Where a new call begins, and where one of which something is known already."""
