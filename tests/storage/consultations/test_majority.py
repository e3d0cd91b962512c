"""Rule 3: who has won. Exactly, by the rule, and by nothing else."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.consultations.majority import Choice, Majority, Rule, Share, Tally, Verdict, tally

ABSOLUTE, TWO_THIRDS, THREE_QUARTERS = Majority.ABSOLUTE, Majority.TWO_THIRDS, Majority.THREE_QUARTERS
ONE = Fraction(1)


def count(rule: Rule, entitled: int, yes: int, no: int = 0, abstained: int = 0, change: int = 0) -> Tally:
    """Count so many votes, each of weight 1."""
    cast = {Choice.FOR: yes, Choice.CHANGE: change, Choice.AGAINST: no, Choice.ABSTAIN: abstained}
    votes = [(choice, ONE) for choice, many in cast.items() for _ in range(many)]
    return tally(votes, [ONE] * entitled, rule)


@pytest.mark.parametrize(
    ("rule", "votes", "verdict"),
    [
        (Rule(ABSOLUTE), {"entitled": 6, "yes": 3, "no": 1}, Verdict.REJECTED),
        (Rule(ABSOLUTE), {"entitled": 6, "yes": 3, "no": 3}, Verdict.TIED),
        (Rule(ABSOLUTE), {"entitled": 6, "yes": 4}, Verdict.ADOPTED),
        (Rule(ABSOLUTE), {"entitled": 5, "yes": 3, "no": 2}, Verdict.ADOPTED),
        (Rule(ABSOLUTE), {"entitled": 5, "yes": 2, "change": 1}, Verdict.ADOPTED),
        (Rule(ABSOLUTE, Share.YES_NO), {"entitled": 6, "yes": 3, "no": 1}, Verdict.REJECTED),
        (Rule(), {"entitled": 58, "yes": 3, "no": 3}, Verdict.TIED),
        (Rule(), {"entitled": 58, "yes": 3, "no": 2, "abstained": 1}, Verdict.REJECTED),
        (Rule(), {"entitled": 58, "yes": 4, "no": 2, "abstained": 1}, Verdict.ADOPTED),
        (Rule(share=Share.YES_NO), {"entitled": 58, "yes": 3, "no": 2, "abstained": 9}, Verdict.ADOPTED),
        (Rule(share=Share.YES_NO), {"entitled": 58, "yes": 0, "abstained": 9}, Verdict.REJECTED),
        (Rule(share=Share.ENTITLED), {"entitled": 6, "yes": 3}, Verdict.REJECTED),
        (Rule(share=Share.ENTITLED), {"entitled": 6, "yes": 4, "no": 2}, Verdict.ADOPTED),
        (Rule(TWO_THIRDS), {"entitled": 7, "yes": 5, "no": 2}, Verdict.ADOPTED),
        (Rule(TWO_THIRDS), {"entitled": 7, "yes": 4, "no": 3}, Verdict.REJECTED),
        (Rule(TWO_THIRDS, Share.ENTITLED), {"entitled": 7, "yes": 4}, Verdict.REJECTED),
        (Rule(TWO_THIRDS, Share.ENTITLED), {"entitled": 7, "yes": 5}, Verdict.ADOPTED),
        (Rule(TWO_THIRDS), {"entitled": 6, "yes": 4, "no": 2}, Verdict.ADOPTED),
        (Rule(TWO_THIRDS, Share.YES_NO), {"entitled": 9, "yes": 0, "abstained": 9}, Verdict.REJECTED),
        (Rule(THREE_QUARTERS), {"entitled": 8, "yes": 6, "no": 2}, Verdict.ADOPTED),
        (Rule(THREE_QUARTERS), {"entitled": 8, "yes": 5, "no": 2, "abstained": 1}, Verdict.REJECTED),
        (Rule(quorum=Fraction(1, 2)), {"entitled": 7, "yes": 3}, Verdict.NO_QUORUM),
        (Rule(quorum=Fraction(1, 2)), {"entitled": 6, "yes": 1, "abstained": 2}, Verdict.REJECTED),
        (Rule(quorum=Fraction(1, 2)), {"entitled": 6, "yes": 2, "abstained": 1}, Verdict.ADOPTED),
        (Rule(quorum=Fraction(1)), {"entitled": 3, "yes": 3}, Verdict.ADOPTED),
        (Rule(), {"entitled": 6, "yes": 0}, Verdict.NO_VOTES),
        (Rule(), {"entitled": 6, "yes": 0, "no": 2}, Verdict.REJECTED),
    ],
)
def test_rule_3_half_is_not_more_than_half_and_the_rest_is_as_the_rule_says(
    rule: Rule, votes: Mapping[str, int], verdict: Verdict
) -> None:
    assert count(rule, **votes).verdict is verdict


def test_rule_4_of_weights_two_point_six_and_four_point_six_is_seven_point_two() -> None:
    votes = [(Choice.FOR, Fraction("2.6")), (Choice.CHANGE, Fraction("4.6")), (Choice.AGAINST, Fraction("7.2"))]
    found = tally(votes, [weight for _, weight in votes], Rule())
    assert found.yes.weight == Fraction("7.2")
    assert found.verdict is Verdict.TIED
    assert 2.6 + 4.6 != 7.2, "Floats do not know it."


WEIGHTS = st.builds(Fraction, st.integers(1, 60), st.sampled_from([1, 2, 3, 5, 10]))
VOTES = st.lists(st.tuples(st.sampled_from(Choice), WEIGHTS), max_size=12)
RULES = st.builds(Rule, st.sampled_from(Majority), st.sampled_from(Share), st.fractions(0, 1, max_denominator=6))


@given(VOTES, st.lists(WEIGHTS, max_size=5), RULES)
def test_counting_is_exact_and_follows_from_the_definitions(
    votes: list[tuple[Choice, Fraction]], silent: list[Fraction], rule: Rule
) -> None:
    entitled = [weight for _, weight in votes] + silent
    found = tally(votes, entitled, rule)
    yes, no = (
        sum((weight for choice, weight in votes if choice in side), Fraction())
        for side in ({Choice.FOR, Choice.CHANGE}, {Choice.AGAINST})
    )
    assert (found.yes.weight, found.no.weight) == (yes, no)
    assert found.cast.weight + sum(silent, Fraction()) == found.entitled.weight
    assert all(isinstance(count.weight, Fraction) for count in found.counts.values())
    base = {Share.CAST: found.cast.weight, Share.YES_NO: yes + no, Share.ENTITLED: sum(entitled, Fraction())}
    whole = sum(entitled, Fraction()) if rule.majority is ABSOLUTE else base[rule.share]
    if not votes:
        expected = {Verdict.NO_VOTES}
    elif len(votes) < rule.quorum * len(entitled):
        expected = {Verdict.NO_QUORUM}
    elif yes == no > 0:
        expected = {Verdict.TIED}
    elif rule.majority in {TWO_THIRDS, THREE_QUARTERS}:
        parts, of = (2, 3) if rule.majority is TWO_THIRDS else (3, 4)
        expected = {Verdict.ADOPTED if yes > 0 and yes * of >= parts * whole else Verdict.REJECTED}
    else:
        expected = {Verdict.ADOPTED if 2 * yes > whole else Verdict.REJECTED}
    assert {found.verdict} == expected


@given(VOTES, RULES)
def test_neither_the_order_of_votes_nor_a_common_scale_of_weights_matters(
    votes: list[tuple[Choice, Fraction]], rule: Rule
) -> None:
    entitled = [weight for _, weight in votes]
    found = tally(votes, entitled, rule)
    assert tally(list(reversed(votes)), entitled, rule) == found
    third = [(choice, weight / 3) for choice, weight in votes]
    assert tally(third, [weight / 3 for weight in entitled], rule).verdict is found.verdict


@given(VOTES, WEIGHTS, RULES)
def test_one_more_vote_for_it_never_loses_it(votes: list[tuple[Choice, Fraction]], more: Fraction, rule: Rule) -> None:
    entitled = [*(weight for _, weight in votes), more]
    if tally(votes, entitled, rule).verdict is Verdict.ADOPTED:
        assert tally([*votes, (Choice.FOR, more)], entitled, rule).verdict is Verdict.ADOPTED
