"""Who is asked, how votes are cast and how they are counted: the questions and their answers on buttons. Pure."""

from collections.abc import Callable, Iterable
from datetime import datetime
from fractions import Fraction

from handlers.consultations.compose import terms, words
from handlers.consultations.compose.facts import Facts
from handlers.consultations.compose.steps import Step
from handlers.guiding import back_and_leave, leave, picks, said
from handlers.membership.names import kind_name
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Say
from storage.consultations import drafting
from storage.consultations.majority import Majority, Share
from storage.consultations.rules import Ballot, Remarks, Results
from storage.drafts import Draft

PROXIES = (0, 1, 2, 3, 5)


def summary(draft: Draft, facts: Facts, say: Say, now: datetime) -> list[str]:
    """Say all terms, a line each."""
    terms_now = drafting.terms_so_far(draft.data, now)
    return words.terms(terms_now, facts.asked(terms_now.kinds).libraries, say)


def hub(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Show all terms as they are by default or were changed, and what can be changed."""
    pick = picks(draft)
    sealed = {Step.RESULTS, Step.WEIGHTS} if terms.sealed(draft) else set()
    offered = (step for step in Step if step in terms.BESIDE and step not in sealed)
    fields = (pick(say.label(f"key-consult-{step}"), said("/to", step)) for step in offered)
    on = [pick(say.label("key-back"), "/back"), pick(say.label("key-keep"), "/next")]
    text = lines(say("consult-terms-card"), *summary(draft, facts, say, now), "", say("consult-ask-terms"))
    return Screen(text, [*in_rows(fields, 2), on, *leave(say)])


def _asks(draft: Draft, ask: str, rows: Keys, say: Say) -> Screen:
    return Screen(ask, [*rows, *back_and_leave(draft, say)])


def _ticked(label: str, say: Say, *, on: bool) -> str:
    return say.label("key-ticked", name=label) if on else label


def kinds(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask which kinds of libraries are asked."""
    pick, chosen = picks(draft), tuple(draft.data.get("kinds", ()))
    rows = [[pick(_ticked(say.label("key-all-kinds"), say, on=not chosen), "/all")]]
    rows += [
        [pick(_ticked(kind_name(kind, say), say, on=kind in chosen), said("/choose", at))]
        for at, kind in enumerate(facts.kinds)
    ]
    on = [pick(say.label("key-keep"), "/next")]
    return Screen(
        lines(words.kinds(chosen, facts.asked(chosen).libraries, say), "", say("consult-ask-kinds")),
        [*rows, on, *leave(say)],
    )


def _choice(
    step: Step, options: Iterable[str], chosen: Callable[[Draft], str], asks: str
) -> Callable[[Draft, Facts, Say, datetime], Screen]:
    """Make the card of a question that has a few answers; the one that holds is ticked."""

    def draw(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
        pick, holds = picks(draft), chosen(draft)
        rows = [
            [pick(_ticked(say.label(f"key-{step}-{one}"), say, on=one == holds), said("/choose", one))]
            for one in options
        ]
        return _asks(draft, say(asks), rows, say)

    return draw


ballot = _choice(Step.BALLOT, Ballot, lambda draft: drafting.ballot(draft.data), "consult-ask-ballot")
results = _choice(
    Step.RESULTS, Results, lambda draft: str(draft.data.get("results", Results.HIDDEN)), "consult-ask-results"
)
remarks = _choice(
    Step.REMARKS, Remarks, lambda draft: str(draft.data.get("remarks", Remarks.NAMED)), "consult-ask-remarks"
)
majority = _choice(Step.MAJORITY, Majority, lambda draft: drafting.rule(draft.data).majority, "consult-ask-majority")
share = _choice(Step.SHARE, Share, lambda draft: drafting.rule(draft.data).share, "consult-ask-share")


def quorum(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask how many libraries have to vote."""
    pick, holds = picks(draft), drafting.rule(draft.data).quorum
    keys = (pick(_ticked(words.quorum(one, say), say, on=one == holds), said("/choose", one)) for one in terms.QUORUMS)
    return _asks(draft, say("consult-ask-quorum"), in_rows(keys, 2), say)


def weights(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask whose votes weigh more."""
    pick, chosen = picks(draft), draft.data.get("weights", {})
    rows = [[pick(_ticked(say.label("key-weigh-same"), say, on=not chosen), "/all")]]
    for at, kind in enumerate(facts.kinds):
        weight = words.weight(Fraction(chosen.get(kind, 1)), say)
        rows.append([pick(say.label("key-weigh-kind", kind=kind_name(kind, say), weight=weight), said("/choose", at))])
    on: list[Key] = [pick(say.label("key-keep"), "/next")]
    return Screen(say("consult-ask-weights"), [*rows, on, *leave(say)])


def weight(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask what the votes of a kind of libraries weigh."""
    pick = picks(draft)
    usual = [pick(one, one) for one in ("1", "2", "3", "5")]
    ask = say("consult-ask-weight", kind=kind_name(draft.data.get("kind", ""), say), most=terms.WEIGHT_AT_MOST)
    return _asks(draft, ask, [usual], say)


def proxies(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask how many votes of others a library may cast."""
    pick, holds = picks(draft), draft.data.get("proxies", 1)
    keys = [pick(_ticked(str(one), say, on=one == holds), said("/choose", one)) for one in PROXIES]
    return _asks(draft, say("consult-ask-proxies"), [keys], say)
