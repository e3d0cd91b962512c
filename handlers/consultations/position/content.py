"""What the position document says: plain data for a template, described in docs/consultations.md. Pure."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Any

from handlers.consultations.position import annexes
from handlers.consultations.results import words
from handlers.consultations.shades import shade
from handlers.dates import writing
from handlers.membership.names import kind_name
from handlers.texts import Say
from storage.consultations.majority import Choice, Tally, Verdict
from storage.consultations.reading import all_articles
from storage.consultations.remarks import Kind
from storage.consultations.report import Report, Written
from storage.consultations.results import QuestionResult, Results
from storage.consultations.rules import Remarks

WORDS = (
    "association", "position", "draft", "summary", "procedure", "turnout", "kind", "asked", "voted", "share", "total",
    "results", "verdict", "details", "amendments", "comments", "apart", "minorities", "library", "minority", "annexes",
    "annex", "by-library", "method", "log", "votes", "page", "of", "none-written", "none-apart",
)  # fmt: skip
"""The headings and the like, by which a template can call them: `words.by_library`."""

YES = (Choice.FOR, Choice.CHANGE)

UNFIT = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that a document cannot hold."""


def content(found: Report, say: Say, now: datetime) -> dict[str, Any]:
    """Say everything in a language."""
    results = found.results
    articles = all_articles(one.question.text for one in results.questions)
    sealed = results.one.sealed
    said = {
        "language": say.language,
        "words": {name.replace("-", "_"): say.label(f"document-word-{name}") for name in WORDS}
        | {"item": say.label("document-word-article" if articles else "document-word-question")},
        "title": results.one.title(say.language),
        "date": writing.day(now, say.language),
        "summary": _summary(found, say, articles=articles),
        "procedure": _procedure(results, say, articles=articles),
        "turnout": _turnout(found, say),
        "columns": [*(words.choice(one, say) for one in Choice), say.label("results-choice-none")],
        "results": _results(results, say),
        "details": [one for result in results.questions if (one := _details(found, result, say))],
        "minorities": [] if sealed else _minorities(results, say),
        "sealed": say.label("document-sealed") if sealed else None,
        **annexes.annexes(found, say),
    }
    return {key: _fit(value) for key, value in said.items()}


def _fit(value: Any) -> Any:  # noqa: ANN401 - as JSON can hold it
    """Leave out characters that a document cannot hold."""
    match value:
        case str():
            return UNFIT.sub("", value)
        case dict():
            return {key: _fit(one) for key, one in value.items()}
        case list():
            return [_fit(one) for one in value]
        case _:
            return value


def _questions(count: int, say: Say, *, articles: bool) -> str:
    return say.label("document-articles" if articles else "document-questions", count=count)


def _summary(found: Report, say: Say, *, articles: bool) -> list[str]:
    results = found.results
    one, asked = results.one, len(results.roll)
    amendments = sum(any(each.kind is Kind.AMENDMENT for each in of) for of in found.written.values())
    verdicts = [result.tally.verdict for result in results.questions]
    counts = ", ".join(
        say.label(f"document-many-{verdict}", count=verdicts.count(verdict))
        for verdict in Verdict
        if verdict in verdicts
    )
    return [
        say.label("document-summary-asked", title=one.title(say.language), count=asked,
                  questions=_questions(len(results.questions), say, articles=articles)),
        say.label("document-summary-voted", voted=results.took_part, asked=str(asked),
                  share=words.percent(results.took_part, asked, say)),
        say.label("document-summary-verdicts", counts=counts),
        say.label("document-summary-amendments", count=amendments, what="article" if articles else "question"),
    ]  # fmt: skip


def _procedure(results: Results, say: Say, *, articles: bool) -> list[dict[str, str]]:
    one, terms = results.one, results.one.terms
    kinds = ", ".join(kind_name(kind, say) for kind in terms.kinds)
    rows = {
        "draft": one.title(say.language),
        "version": str(one.version) if one.version > 1 else None,
        "asks": _questions(len(results.questions), say, articles=articles),
        "time": writing.span(one.opened_at, terms.ends_at, say.language),
        "whom": say.label(
            "document-whom-kinds" if kinds else "document-whom-all", kinds=kinds, count=len(results.roll)
        ),
        "ballot": say.label(f"document-ballot-{terms.ballot}"),
        "rule": say.label("document-rule", rule=words.rule(terms.rule, say)),
        "quorum": _quorum(results, say),
        "weights": _weights(terms.weights, say),
        "remarks": say.label(f"document-remarks-{terms.remarks}"),
    }
    return [{"name": say.label(f"document-procedure-{name}"), "value": value} for name, value in rows.items() if value]


def _quorum(results: Results, say: Say) -> str:
    share = results.one.terms.rule.quorum
    if not share:
        return say.label("document-no-quorum")
    needed = words.quorum(share, len(results.roll))
    return say.label("document-quorum", needed=needed, asked=str(len(results.roll)))


def _weights(weights: Mapping[str, Fraction] | None, say: Say) -> str | None:
    if not weights:
        return None
    each = (f"{kind_name(kind, say)} {words.number(weight, say)}" for kind, weight in weights.items())
    return say.label("document-weights", weights=", ".join(each))


def _turnout(found: Report, say: Say) -> dict[str, Any]:
    results = found.results
    kinds = [
        {"kind": kind_name(kind, say), "asked": asked, "voted": voted, "share": words.percent(voted, asked, say)}
        for kind, (voted, asked) in results.by_kind.items()
    ]
    asked, voted = len(results.roll), results.took_part
    total = {"asked": asked, "voted": voted, "share": words.percent(voted, asked, say)}
    return {"kinds": kinds, "total": total, "people": say.label("document-people", count=found.people)}


def _results(results: Results, say: Say) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    chapter = None
    for result in results.questions:
        text = result.question.text
        if text.chapter and text.chapter != chapter:
            rows.append({"chapter": text.chapter})
        chapter = text.chapter
        rows.append({
            "chapter": None, "label": text.label, "title": bare(text.title),
            "cells": _cells(result.tally, words.not_voted(result), say, weighed=bool(results.one.terms.weights)),
            "verdict": words.verdict(result.tally, say), "fill": shade(result.tally.verdict),
        })  # fmt: skip
    return rows


def bare(title: str | None) -> str:
    """Return a title without the brackets that laws put around it."""
    return (title or "").strip().removeprefix("(").removesuffix(")")


def _cells(tally: Tally, none: int, say: Say, *, weighed: bool) -> list[dict[str, str]]:
    of = tally.entitled.libraries or 1
    counts = [(one, tally.counts[one]) for one in Choice]
    cells = [
        {"text": words.count(count, say, weighed=weighed), "fill": shade(one, Fraction(count.libraries, of))}
        for one, count in counts
    ]
    return [*cells, {"text": str(none), "fill": shade(None, Fraction(none, of))}]


def _details(found: Report, result: QuestionResult, say: Say) -> dict[str, Any] | None:
    """Say what was written on a question and who was apart from the others; None if there is nothing to say."""
    written = found.written.get(result.question.id, ())
    apart = _apart(found.results, result, say)
    if not written and not apart:
        return None
    text, tally = result.question.text, result.tally
    counts = ", ".join(say.label(f"results-count-{one}", count=tally.counts[one].libraries) for one in Choice)
    named = found.results.one.terms.remarks is Remarks.NAMED
    return {
        "label": text.label,
        "title": bare(text.title),
        "result": say.label("document-result", verdict=words.sentence(tally, say), counts=counts),
        "stances": say.label("results-stances", counts=words.stances(result.stances, say)) if result.stances else None,
        "amendments": [_remark(one, say, named=named) for one in written if one.kind is Kind.AMENDMENT],
        "comments": [_remark(one, say, named=named) for one in written if one.kind is Kind.COMMENT],
        "apart": apart,
    }


def _remark(one: Written, say: Say, *, named: bool) -> dict[str, str]:
    behind = say.label("document-support", count=one.libraries)
    by = ", ".join(one.by)
    if named and one.supported_by:
        who = say.label("document-by-supported", by=by, support=", ".join(one.supported_by), behind=behind)
    elif named:
        who = by
    else:
        who = behind
    return {"text": one.text, "by": say.label("document-on-old", who=who) if one.old else who}


def _sides(verdict: Verdict) -> Sequence[tuple[str, Sequence[Choice]]]:
    """Tell which sides are named beside a result: those that it went against, both where it is a tie."""
    against, yes = ("against", (Choice.AGAINST,)), ("for", YES)
    match verdict:
        case Verdict.ADOPTED:
            return (against,)
        case Verdict.REJECTED:
            return (yes,)
        case Verdict.TIED:
            return (yes, against)
        case _:
            return ()


def _apart(results: Results, result: QuestionResult, say: Say) -> list[str]:
    """Name the libraries on each side that has to be named."""
    votes = result.by_library
    sides = [
        (name, [one.name for one in results.roll if one.id in votes and votes[one.id].choice in choices])
        for name, choices in _sides(result.tally.verdict)
    ]
    return [say.label(f"document-apart-{name}", libraries=", ".join(who)) for name, who in sides if who]


def _minorities(results: Results, say: Say) -> list[dict[str, str]]:
    """Say of each library with which results it was not of one mind."""
    rows = []
    for library in results.roll:
        apart: dict[str, list[str]] = {}
        for result in results.questions:
            vote = result.by_library.get(library.id)
            if vote is None or result.tally.verdict is Verdict.TIED:
                continue
            for name, choices in _sides(result.tally.verdict):
                if vote.choice in choices:
                    apart.setdefault(name, []).append(result.question.text.label)
        if apart:
            said = "; ".join(
                say.label(f"document-minority-{name}", questions=words.labels(of)) for name, of in apart.items()
            )
            rows.append({"library": library.name, "said": said})
    return rows
