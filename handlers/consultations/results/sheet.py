"""All that came out of a consultation as a spreadsheet. Pure."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from handlers.consultations.results import words
from handlers.membership.names import kind_name
from handlers.sheets import Cell, Sheet, workbook
from handlers.texts import Say
from storage.consultations.chain import Do
from storage.consultations.majority import Choice
from storage.consultations.report import Whole

WIDTHS = {
    "label": 14, "title": 36, "library": 42, "kind": 20, "text": 80, "choice": 18, "how": 36, "verdict": 16, "code": 14,
    "by": 60, "hash": 68, "at": 18, "receipt": 14,
}  # fmt: skip
"""Characters; all other columns are narrow."""

NARROW = 11
COUNTS = ("for", "change", "against", "abstain", "none")
COLUMNS = {
    "results": ("number", "label", "title", *COUNTS, "verdict", "old"),
    "votes": ("label", "title", "library", "choice", "how"),
    "stances": ("label", "title", *COUNTS[:-1]),
    "remarks": ("label", "title", "remark", "text", "libraries", "people", "by", "supported", "wording"),
    "roll": ("code", "library", "kind", "weight", "voted", "asked"),
    "log": ("number", "entry", "at", "label", "voter", "choice", "through", "receipt", "hash"),
}
WEIGHTS = tuple(f"weight-{name}" for name in COUNTS[:-1])


def everything(found: Whole, say: Say) -> bytes:
    """Write a sheet each of results, votes by library (of open ballots), stances, remarks, the roll and the log."""
    one = found.report.results.one
    columns = dict(COLUMNS)
    if one.terms.weights:
        columns["results"] = (*COLUMNS["results"], *WEIGHTS)
    if one.sealed:
        del columns["votes"]
    rows = {"results": _results, "votes": _votes, "stances": _stances, "remarks": _remarks, "roll": _roll, "log": _log}
    return workbook([
        Sheet(
            say.label(f"results-sheet-{name}"),
            [(say.label(f"results-column-{column}"), WIDTHS.get(column, NARROW)) for column in of],
            list(rows[name](found, say)),
        )
        for name, of in columns.items()
    ])  # fmt: skip


Rows = Iterator[list[Cell]]


def _results(found: Whole, say: Say) -> Rows:
    weighed = bool(found.report.results.one.terms.weights)
    for number, result in enumerate(found.report.results.questions, 1):
        text, tally = result.question.text, result.tally
        counts = [tally.counts[choice].libraries for choice in Choice]
        weights = [tally.counts[choice].weight for choice in Choice] if weighed else []
        yield [number, text.label, text.title, *counts, words.not_voted(result), words.verdict(tally, say), result.old,
               *weights]  # fmt: skip


def _votes(found: Whole, say: Say) -> Rows:
    results = found.report.results
    names = {library.id: library.name for library in results.roll}
    choices = _choices(say)
    for result in results.questions:
        for library in results.roll:
            vote, text = result.by_library.get(library.id), result.question.text
            if vote is not None:
                how = words.how(vote, library.id, names, say)
                yield [text.label, text.title, library.name, choices[vote.choice], how]


def _stances(found: Whole, say: Say) -> Rows:  # noqa: ARG001 - as rows are made
    for result in found.report.results.questions:
        text = result.question.text
        yield [text.label, text.title, *(result.stances.get(choice, 0) for choice in Choice)]


def _remarks(found: Whole, say: Say) -> Rows:
    for result in found.report.results.questions:
        text = result.question.text
        for one in found.report.written.get(result.question.id, ()):
            on = say.label("results-on-old") if one.old else None
            yield [text.label, text.title, say.label(f"results-remark-{one.kind}"), one.text, one.libraries, one.people,
                   ", ".join(one.by), ", ".join(one.supported_by), on]  # fmt: skip


def _roll(found: Whole, say: Say) -> Rows:
    results = found.report.results
    for one in results.roll:
        yield [one.code, one.name, kind_name(one.kind, say), one.weight, one.voted, len(results.questions)]


def _choices(say: Say) -> Mapping[Choice, str]:
    """Name all choices once: there are many votes, and few choices."""
    return {choice: words.choice(choice, say) for choice in Choice}


def _log(found: Whole, say: Say) -> Rows:
    """Say what stands in each entry; all of it, as it was hashed, is in the JSON."""
    labels = {int(result.question.id): result.question.text.label for result in found.report.results.questions}
    choices, kinds = _choices(say), {do: say.label(f"results-entry-{do}") for do in Do}
    for entry in found.log:
        said = entry.said
        question, choice, at = said.get("question"), said.get("choice"), said.get("at")
        yield [
            entry.number, kinds[said["do"]], datetime.fromisoformat(at) if at else None,
            labels.get(question, str(question)) if question else None,
            said.get("library") or said.get("ballot") or said.get("from"),
            choices[choice] if choice else None, said.get("through") or said.get("to"), said.get("receipt"), entry.hash,
        ]  # fmt: skip
