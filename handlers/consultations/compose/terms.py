"""Who is asked, how votes are cast and how they are counted, tap by tap. Pure."""

from collections.abc import Callable, Mapping
from datetime import datetime
from fractions import Fraction

from handlers.consultations import ending
from handlers.consultations.compose.facts import Facts
from handlers.consultations.compose.steps import Step, after
from handlers.conversation import Misread
from storage.consultations import drafting
from storage.consultations.majority import Majority, Share
from storage.consultations.rules import PROXIES_AT_MOST, Ballot, Remarks, Results
from storage.drafts import Draft

CHOOSE = Misread("guide-choose")

QUORUMS = (Fraction(0), Fraction(1, 4), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3))
"""The shares of libraries that can be asked to vote."""

WEIGHT_AT_MOST = 100
DECIMALS = 2

BESIDE = {
    Step.KINDS, Step.BALLOT, Step.RESULTS, Step.REMARKS, Step.MAJORITY, Step.QUORUM, Step.WEIGHTS, Step.PROXIES,
}  # fmt: skip
"""What can be changed from the card of the terms."""


def take_end(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    """Take the day or the moment of the end."""
    taken = ending.take(draft, said, now)
    if not isinstance(taken, datetime):
        return taken
    return after(draft.at(Step.DAY, ends_at=taken.isoformat(), day=None, month=None), Step.DAY)


def hub(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Open one of the terms."""
    if word != "/to" or argument not in BESIDE or (argument == Step.WEIGHTS and sealed(draft)):
        return CHOOSE
    return draft.at(argument) if argument != Step.RESULTS or not sealed(draft) else CHOOSE


def sealed(draft: Draft) -> bool:
    """Tell whether the ballot is to be pseudonymous."""
    return drafting.ballot(draft.data) is Ballot.PSEUDONYMOUS


def kinds(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:
    """Ask a kind of libraries, or not any more; none chosen means all."""
    if word == "/all":
        return draft.at(Step.KINDS, kinds=None)
    there = dict(zip(map(str, range(len(facts.kinds))), facts.kinds, strict=True))
    if word != "/choose" or argument not in there:
        return CHOOSE
    now, chosen = draft.data.get("kinds", []), there[argument]
    toggled = [kind for kind in now if kind != chosen] if chosen in now else [*now, chosen]
    return draft.at(Step.KINDS, kinds=toggled or None)


def ballot(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Choose the kind of ballot; a pseudonymous one keeps its results hidden, and has no weights."""
    if word != "/choose" or argument not in set(Ballot):
        return CHOOSE
    chosen = draft.at(Step.TERMS, ballot=argument)
    return chosen.at(Step.TERMS, results=Results.HIDDEN, weights=None) if sealed(chosen) else chosen


def _one_of(step: Step, allowed: set[str]) -> "Follow":
    def follow(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
        return draft.at(Step.TERMS, **{step: argument}) if word == "/choose" and argument in allowed else CHOOSE

    return follow


def majority(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Choose how much is enough; of what it is a share is asked next, unless it is clear."""
    if word != "/choose" or argument not in set(Majority):
        return CHOOSE
    chosen = draft.at(Step.SHARE, majority=argument)
    return chosen.at(Step.TERMS, share=None) if argument == Majority.ABSOLUTE else chosen


def weights(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:
    """Open the weight of a kind of libraries, or let all weigh the same."""
    if word == "/all":
        return draft.at(Step.TERMS, weights=None)
    there = dict(zip(map(str, range(len(facts.kinds))), facts.kinds, strict=True))
    return draft.at(Step.WEIGHT, kind=there[argument]) if word == "/choose" and argument in there else CHOOSE


def take_weight(draft: Draft, said: str) -> Draft | Misread:
    """Take what the vote of a library of the chosen kind weighs: a number, with two decimals at most."""
    weight = _number(said)
    if weight is None:
        return Misread("consult-misread-weight", {"most": WEIGHT_AT_MOST})
    rest = {kind: other for kind, other in draft.data.get("weights", {}).items() if kind != draft.data["kind"]}
    now = rest if weight == 1 else {**rest, draft.data["kind"]: str(weight)}
    return draft.at(Step.WEIGHTS, weights=now or None, kind=None)


def _number(said: str) -> Fraction | None:
    whole, _, decimals = said.strip().replace(",", ".").partition(".")
    digits = whole + decimals
    if not (digits.isascii() and digits.isdigit() and whole) or len(decimals) > DECIMALS or len(whole) > len("100"):
        return None
    number = Fraction(int(digits), 10 ** len(decimals))
    return number if 0 < number <= WEIGHT_AT_MOST else None


def proxies(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Choose how many votes of others a library may cast."""
    allowed = set(map(str, range(PROXIES_AT_MOST + 1)))
    return draft.at(Step.TERMS, proxies=int(argument)) if word == "/choose" and argument in allowed else CHOOSE


Follow = Callable[[Draft, str, str, Facts], Draft | Misread]

FOLLOW: Mapping[Step, Follow] = {
    Step.TERMS: hub,
    Step.KINDS: kinds,
    Step.BALLOT: ballot,
    Step.RESULTS: _one_of(Step.RESULTS, set(Results)),
    Step.REMARKS: _one_of(Step.REMARKS, set(Remarks)),
    Step.MAJORITY: majority,
    Step.SHARE: _one_of(Step.SHARE, set(Share)),
    Step.QUORUM: _one_of(Step.QUORUM, set(map(str, QUORUMS))),
    Step.WEIGHTS: weights,
    Step.PROXIES: proxies,
}
"""What the buttons of a step do."""
