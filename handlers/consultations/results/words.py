"""Results in words, for screens, documents and spreadsheets alike. Pure."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil

from babel.numbers import format_decimal, format_percent

from handlers.texts import Say
from storage.consultations.majority import Choice, Count, Rule, Tally, Verdict
from storage.consultations.results import QuestionResult, Vote
from storage.people import LibraryId


def number(of: Fraction | int, say: Say) -> str:
    """Write a number as the language does, with two decimals at most."""
    of = Fraction(of)
    return format_decimal(Decimal(of.numerator) / of.denominator, "#,##0.##", locale=say.language)


def percent(part: int, of: int, say: Say) -> str:
    """Write a share, with one decimal at most."""
    if not of:
        return say.label("results-no-share")
    pattern = "#,##0.# %" if say.language == "sl" else "#,##0.#%"
    return format_percent(Decimal(part) / of, pattern.replace(" ", "\u00a0"), locale=say.language)


def choice(of: Choice, say: Say) -> str:
    """Name a choice, as it heads a column."""
    return say.label(f"results-choice-{of}")


def count(one: Count, say: Say, *, weighed: bool) -> str:
    """Say how many libraries there are, and what they weigh together if votes are weighed."""
    if not weighed:
        return str(one.libraries)
    return say.label("results-weighed", libraries=str(one.libraries), weight=number(one.weight, say))


def quorum(tally: Tally) -> int:
    """Return how many libraries have to vote for the votes to count."""
    return ceil(tally.rule.quorum * tally.entitled.libraries)


def verdict(tally: Tally, say: Say) -> str:
    """Say what has come of a question, in a word or two."""
    return say.label(f"results-verdict-{tally.verdict}")


def sentence(tally: Tally, say: Say) -> str:
    """Say what has come of a question and why, in a sentence."""
    match tally.verdict:
        case Verdict.NO_QUORUM:
            return say.label("results-why-no-quorum", voted=str(tally.cast.libraries),
                             entitled=str(tally.entitled.libraries), needed=quorum(tally))  # fmt: skip
        case Verdict.ADOPTED if tally.counts[Choice.CHANGE].libraries:
            return say.label("results-why-adopted-change", count=tally.counts[Choice.CHANGE].libraries)
        case other:
            return say.label(f"results-why-{other}")


def rule(of: Rule, say: Say) -> str:
    """Say which majority counts, of what."""
    if of.majority == "absolute":
        return say.label("results-rule-absolute")
    return say.label(f"results-rule-{of.majority}", share=say.label(f"results-share-{of.share}"))


def stances(of: Mapping[Choice, int], say: Say) -> str:
    """Say how many librarians think what."""
    return ", ".join(say.label(f"results-count-{one}", count=of[one]) for one in Choice if of.get(one))


def not_voted(one: QuestionResult) -> int:
    """Count the libraries that have not voted on a question."""
    return one.tally.entitled.libraries - one.tally.cast.libraries


def how(vote: Vote, own: LibraryId, names: Mapping[LibraryId, str], say: Say) -> str:
    """Say what is out of the ordinary about the vote of a library: who cast it, how, on what."""
    said = []
    if vote.role == "letter":
        said.append(say.label("results-by-letter"))
    elif vote.through is not None and vote.through != own:
        said.append(say.label("results-through", library=names.get(vote.through, "")))
    if vote.old:
        said.append(say.label("results-on-old"))
    return ", ".join(said)
