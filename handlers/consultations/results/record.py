"""All that came out of a consultation as JSON, in the shape that docs/consultations.md describes. Pure."""

import json
from collections.abc import Mapping
from typing import Any

from handlers.texts import Say
from storage.consultations import books
from storage.consultations.books import Text
from storage.consultations.majority import Count
from storage.consultations.report import Report, Whole, Written
from storage.consultations.results import QuestionResult
from storage.people import LibraryId


def everything(found: Whole, say: Say) -> bytes:  # noqa: ARG001 - it is the same in every language
    """Write it all."""
    return json.dumps(shape(found), ensure_ascii=False, indent=1).encode()


def shape(found: Whole) -> dict[str, Any]:
    """Lay it all out as JSON can hold it."""
    report = found.report
    one, codes = report.results.one, {library.id: library.code for library in report.results.roll}
    columns = {name: value for name, value in books.columns_of(one.terms).items() if name != "ends_local"}
    return {
        "consultation": {
            **columns, "id": one.id, "state": one.state, "version": one.version,
            "ends_at": one.terms.ends_at.isoformat(), "opened_at": one.opened_at.isoformat(),
            "closed_at": one.closed_at.isoformat() if one.closed_at else None,
        },
        "turnout": {"asked": len(report.results.roll), "voted": report.results.took_part, "people": report.people},
        "roll": [
            {"code": library.code, "name": library.name, "kind": library.kind, "weight": str(library.weight),
             "voted": library.voted}
            for library in report.results.roll
        ],
        "proxies": [{"from": codes.get(own), "to": codes.get(to)} for own, to in report.given.items()],
        "questions": [
            _question(report, result, codes, found.wordings.get(result.question.id, {}))
            for result in report.results.questions
        ],
        "log": [{"number": entry.number, "body": entry.body, "hash": entry.hash} for entry in found.log],
        "head": {"length": report.head.length, "hash": report.head.hash},
    }  # fmt: skip


def _question(
    report: Report, result: QuestionResult, codes: Mapping[LibraryId, str], wordings: Mapping[str, Text]
) -> dict[str, Any]:
    question, tally = result.question, result.tally
    return {
        "question": question.id, "position": question.position, "label": question.text.label,
        "title": question.text.title, "chapter": question.text.chapter, "text": question.text.text,
        "wording": question.text.fingerprint,
        "wordings": [{"wording": name, "label": text.label, "title": text.title, "text": text.text}
                     for name, text in wordings.items()],
        "counts": {choice: _count(count) for choice, count in tally.counts.items()},
        "entitled": _count(tally.entitled), "verdict": tally.verdict, "on_earlier_wordings": result.old,
        "stances": dict(result.stances),
        "votes": [
            {"library": codes[library], "choice": vote.choice, "old": vote.old, "role": vote.role,
             "through": codes.get(vote.through) if vote.through is not None else None}
            for library, vote in result.by_library.items()
        ],
        "remarks": [_remark(one) for one in report.written.get(question.id, ())],
    }  # fmt: skip


def _count(count: Count) -> dict[str, Any]:
    return {"libraries": count.libraries, "weight": str(count.weight)}


def _remark(one: Written) -> dict[str, Any]:
    return {
        "kind": one.kind, "text": one.text, "old": one.old, "libraries": one.libraries, "people": one.people,
        "by": list(one.by), "supported_by": list(one.supported_by),
    }  # fmt: skip
