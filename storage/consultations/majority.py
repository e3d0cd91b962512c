"""Who has won: votes counted by weight, exactly, against a rule. Pure; no floats."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Choice(StrEnum):
    """What can be said of a question. `CHANGE` is for it, if it is changed."""

    FOR = "for"
    CHANGE = "change"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Share(StrEnum):
    """Of what the share of votes for it is taken."""

    CAST = "cast"
    YES_NO = "yes-no"
    ENTITLED = "entitled"


class Majority(StrEnum):
    """How much is enough: more than half, more than half of all entitled, at least two thirds, three quarters."""

    SIMPLE = "simple"
    ABSOLUTE = "absolute"
    TWO_THIRDS = "two-thirds"
    THREE_QUARTERS = "three-quarters"


HALF = Fraction(1, 2)
AT_LEAST: Mapping[Majority, Fraction] = {
    Majority.TWO_THIRDS: Fraction(2, 3),
    Majority.THREE_QUARTERS: Fraction(3, 4),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """How votes are counted. `quorum` is the share of the libraries on the roll that have to vote for it to count."""

    majority: Majority = Majority.SIMPLE
    share: Share = Share.CAST
    quorum: Fraction = Fraction(0)


class Verdict(StrEnum):
    """What has come of a question."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    TIED = "tied"
    NO_QUORUM = "no-quorum"
    NO_VOTES = "no-votes"


@dataclass(frozen=True, slots=True)
class Count:
    """The votes of one choice: how many libraries, and what they weigh together."""

    libraries: int = 0
    weight: Fraction = Fraction(0)

    def plus(self, weight: Fraction) -> "Count":
        """Count one more."""
        return Count(self.libraries + 1, self.weight + weight)


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on one question, of so many `entitled`, and the verdict under `rule`."""

    counts: Mapping[Choice, Count]
    entitled: Count
    rule: Rule
    verdict: Verdict = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "verdict", _verdict(self))

    @property
    def cast(self) -> Count:
        """All that have voted."""
        return _sum(self.counts.values())

    @property
    def yes(self) -> Count:
        """All that are for it, as it is or with a change."""
        return _sum((self.counts[Choice.FOR], self.counts[Choice.CHANGE]))

    @property
    def no(self) -> Count:
        """All that are against it."""
        return self.counts[Choice.AGAINST]

    @property
    def base(self) -> Fraction:
        """The weight of which the share is taken."""
        if self.rule.majority is Majority.ABSOLUTE or self.rule.share is Share.ENTITLED:
            return self.entitled.weight
        return self.cast.weight if self.rule.share is Share.CAST else self.yes.weight + self.no.weight


def tally(votes: Iterable[tuple[Choice, Fraction]], entitled: Iterable[Fraction], rule: Rule) -> Tally:
    """Count votes, each with its weight, of those that are entitled, each by its weight."""
    counts = dict.fromkeys(Choice, Count())
    for choice, weight in votes:
        counts[choice] = counts[choice].plus(weight)
    everybody = Count()
    for weight in entitled:
        everybody = everybody.plus(weight)
    return Tally(counts, everybody, rule)


def _sum(counts: Iterable[Count]) -> Count:
    total = Count()
    for count in counts:
        total = Count(total.libraries + count.libraries, total.weight + count.weight)
    return total


def _verdict(one: Tally) -> Verdict:
    if not one.cast.libraries:
        return Verdict.NO_VOTES
    if one.cast.libraries < one.rule.quorum * one.entitled.libraries:
        return Verdict.NO_QUORUM
    if one.yes.weight == one.no.weight and one.yes.weight:
        return Verdict.TIED
    least = AT_LEAST.get(one.rule.majority)
    if least is None:
        return Verdict.ADOPTED if one.yes.weight > HALF * one.base else Verdict.REJECTED
    return Verdict.ADOPTED if one.base and one.yes.weight >= least * one.base else Verdict.REJECTED
