"""Results in words, for screens, documents and spreadsheets alike. Pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil

from babel.numbers import format_decimal, format_percent

from handlers.texts import Say
from storage.consultations.majority import Choice, Count, Majority, Rule, Share, Tally, Verdict
from storage.consultations.reading import ARTICLE
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


def quorum(share: Fraction, entitled: int) -> int:
    """Return how many libraries have to vote for the votes to count."""
    return ceil(share * entitled)


def verdict(tally: Tally, say: Say) -> str:
    """Say what has come of a question, in a word or two."""
    return say.label(f"results-verdict-{tally.verdict}")


def sentence(tally: Tally, say: Say) -> str:
    """Say what has come of a question and why, in a sentence."""
    match tally.verdict:
        case Verdict.NO_QUORUM:
            voted, entitled = tally.cast.libraries, tally.entitled.libraries
            needed = quorum(tally.rule.quorum, entitled)
            return say.label("results-why-no-quorum", voted=str(voted), entitled=str(entitled), needed=needed)
        case Verdict.ADOPTED if tally.counts[Choice.CHANGE].libraries:
            return say.label("results-why-adopted-change", count=tally.counts[Choice.CHANGE].libraries)
        case other:
            return say.label(f"results-why-{other}")


def rule(of: Rule, say: Say) -> str:
    """Say which majority counts, of what."""
    share = Share.ENTITLED if of.majority is Majority.ABSOLUTE else of.share
    return f"{say.label(f'majority-{of.majority}')} {say.label(f'share-{share}')}"


def stances(of: Mapping[Choice, int], say: Say) -> str:
    """Say how many librarians think what."""
    return ", ".join(say.label(f"results-count-{one}", count=of[one]) for one in Choice if of.get(one))


def labels(of: Sequence[str]) -> str:
    """List the labels of questions; of articles the word stands once, behind the last."""
    word = f" {ARTICLE}"
    if not all(label.endswith(word) for label in of):
        return ", ".join(of)
    return ", ".join(label.removesuffix(word) for label in of) + word


def not_voted(one: QuestionResult) -> int:
    """Count the libraries that have not voted on a question."""
    return one.tally.entitled.libraries - one.tally.cast.libraries


def cast_how(vote: Vote, own: LibraryId, names: Mapping[LibraryId, str], say: Say) -> str:
    """Say how the vote of a library was cast, where it was not by its own people in chat."""
    if vote.role == "letter":
        return say.label("results-by-letter")
    if vote.through is not None and vote.through != own:
        return say.label("results-through", library=names.get(vote.through, ""))
    return ""


def how(vote: Vote, own: LibraryId, names: Mapping[LibraryId, str], say: Say) -> str:
    """Say what is out of the ordinary about the vote of a library: how it was cast, and on what."""
    said = (cast_how(vote, own, names, say), say.label("results-on-old") if vote.old else "")
    return ", ".join(filter(None, said))
