"""The annexes of the position document: who voted, how it was counted, the fingerprint of the log. Pure."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from handlers.consultations.results import words
from handlers.consultations.shades import shade
from handlers.membership.names import kind_name
from handlers.texts import Say
from storage.consultations.majority import Choice
from storage.consultations.report import Report
from storage.consultations.results import Entitled, QuestionResult, Results
from storage.people import LibraryId

ACROSS = 20
"""So many questions stand beside each other on a page."""

CELL = Fraction(6, 10)
"""How dark a vote is."""

GROUP = 16
"""Characters of a fingerprint between two spaces."""


def annexes(found: Report, say: Say) -> dict[str, Any]:
    """Say what stands in the annexes; of sealed ballots there are no votes by library."""
    results = found.results
    done = len(results.questions)
    libraries = [
        {"name": one.name, "kind": kind_name(one.kind, say), "voted": one.voted, "of": done,
         "fill": shade(Choice.FOR, Fraction(one.voted, 2 * (done or 1)))}
        for one in results.roll
    ]  # fmt: skip
    head = found.head
    groups = [head.hash[start : start + GROUP] for start in range(0, len(head.hash), GROUP)]
    return {
        "libraries": libraries,
        "method": _method(found, say),
        "log": {"said": say.label("document-log", count=head.length), "hash": " ".join(groups)},
        "blocks": [] if results.one.sealed else _blocks(results, say),
        "legend": say.label("document-legend", **{one: _letter(one, say) for one in Choice}),
        "notes": [] if results.one.sealed else _notes(results, say),
    }


def _method(found: Report, say: Say) -> list[str]:
    results = found.results
    votes = [vote for result in results.questions for vote in result.by_library.values()]
    terms = results.one.terms
    holds = {
        "one-vote": True,
        "sealed": results.one.sealed,
        "change": True,
        "tie": True,
        "quorum": bool(terms.rule.quorum),
        "weights": bool(terms.weights),
        "old": any(vote.old for vote in votes),
        "versions": results.one.version > 1 and results.one.sealed,
        "proxies": bool(found.given),
        "letters": any(vote.role == "letter" for vote in votes),
        "roll": True,
        "stances": True,
        "remarks": bool(found.written),
        "exact": True,
    }
    return [say.label(f"document-method-{name}") for name, it_holds in holds.items() if it_holds]


def _blocks(results: Results, say: Say) -> list[dict[str, Any]]:
    """Lay the votes out in tables of at most so many questions, about as many in each."""
    count = len(results.questions)
    tables = -(-count // ACROSS)
    edges = [count * number // tables for number in range(tables + 1)]
    return [
        _block(results.roll, results.questions[start:end], say)
        for start, end in pairwise(edges)
    ]  # fmt: skip


def _block(roll: Sequence[Entitled], asked: Sequence[QuestionResult], say: Say) -> dict[str, Any]:
    cells: Mapping[Choice | None, Mapping[str, str]] = {
        choice: {"text": _letter(choice, say), "fill": shade(choice, CELL if choice else Fraction(0))}
        for choice in (*Choice, None)
    }
    old = say.label("document-mark-old")

    def cell(library: LibraryId, result: QuestionResult) -> Mapping[str, str]:
        vote = result.by_library.get(library)
        found = cells[vote.choice if vote else None]
        return {**found, "text": found["text"] + old} if vote and vote.old else found

    return {
        "labels": [one.question.text.label for one in asked],
        "rows": [{"name": one.name, "cells": [cell(one.id, result) for result in asked]} for one in roll],
    }


def _letter(choice: Choice | None, say: Say) -> str:
    return say.label(f"document-letter-{choice or 'none'}")


def _notes(results: Results, say: Say) -> list[str]:
    """Say whose votes others cast, and which came by letter."""
    names = {library.id: library.name for library in results.roll}
    notes = []
    for library in results.roll:
        how: dict[str, list[str]] = {}
        for result in results.questions:
            if vote := result.by_library.get(library.id):
                said = words.cast_how(vote, library.id, names, say)
                how.setdefault(said, []).append(result.question.text.label)
        notes += [
            say.label("document-note-all", library=library.name, how=said) if len(how) == 1
            else say.label("document-note", library=library.name, how=said, questions=words.labels(labels))
            for said, labels in how.items() if said
        ]  # fmt: skip
    return notes
