"""The search of the EU Funding & Tenders portal: how it is asked, and what its answer says. Pure.

The portal's own pages are made of this search. It is asked by POST, its filters are parts of a form in JSON; what is
looked for stands in the address: https://api.tech.ec.europa.eu/search-api/prod/rest/search?apiKey=SEDIA&text=culture
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any
from urllib.parse import urlsplit

from storage.calls.feeds import plain
from storage.calls.feeds.rules import GUID_AT_MOST, Document, Kind, Read
from storage.calls.rules import (
    AMOUNT_AT_MOST,
    CALLER_AT_MOST,
    SUMMARY_AT_MOST,
    TITLE_AT_MOST,
    Content,
    Deadline,
    DeadlineKind,
    Details,
    When,
)

HOST = "api.tech.ec.europa.eu"
NAME = "EU Funding & Tenders Portal"
TOPIC = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/"

FORTHCOMING, OPEN = "31094501", "31094502"
GRANTS = ("1", "2", "8")
"""The portal's numbers for what is to come and what is open, and for its kinds of calls for proposals."""

FORM: Mapping[str, str] = {
    "query": json.dumps({"bool": {"must": [{"terms": {"type": GRANTS}}, {"terms": {"status": [FORTHCOMING, OPEN]}}]}}),
    "languages": json.dumps(["en"]),
    "sort": json.dumps({"field": "startDate", "order": "DESC"}),
}
"""Calls for proposals that are open or to come, in English, the newest first."""


def form_for(url: str) -> Mapping[str, str] | None:
    """Return the parts of the form with which an address is asked; None for one that is simply got."""
    return FORM if urlsplit(url).hostname == HOST else None


def is_answer(found: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Tell whether some JSON is an answer of the search."""
    return isinstance(found, dict) and "apiVersion" in found and isinstance(found.get("results"), list)


def read(found: Mapping[str, Any]) -> Document:
    """Read an answer; a call that it gives in several languages is read once, and one that is closed not at all."""
    by_identifier: dict[str, Mapping[str, Any]] = {}
    for result in found["results"]:
        if not isinstance(result, dict) or not isinstance(result.get("metadata"), dict):
            continue
        identifier = _first(result["metadata"], "identifier") or str(result.get("reference") or "")
        if identifier and (identifier not in by_identifier or result.get("language") == "en"):
            by_identifier[identifier] = result
    entries = (_entry(identifier, result) for identifier, result in by_identifier.items())
    return Document(Kind.PORTAL, NAME, tuple(entry for entry in entries if entry))


def _entry(identifier: str, result: Mapping[str, Any]) -> Read | None:
    said = result["metadata"]
    called = _first(said, "title") or _first(said, "callTitle") or str(result.get("content") or "")
    title = plain.line(plain.of_html(called), TITLE_AT_MOST)
    status = _first(said, "status")
    if not title or status not in {FORTHCOMING, OPEN, None}:
        return None
    described = plain.of_html(_first(said, "descriptionByte") or "")
    details = Details(
        title_sl=title,
        caller=plain.line(NAME, CALLER_AT_MOST),
        summary_sl=plain.block(f"{identifier}\n{described}", SUMMARY_AT_MOST),
        link=_link(identifier, str(result.get("url") or "")),
        amount=_amount(identifier, _first(said, "budgetOverview")),
    )
    deadlines = _deadlines(said, provisional=status == FORTHCOMING)
    return Read(plain.line(identifier, GUID_AT_MOST) or None, Content(details, tuple(deadlines)))


def _first(said: Mapping[str, Any], name: str) -> str | None:
    """Return the first of what the portal gives as a list, as text."""
    value = said.get(name)
    found = value[0] if isinstance(value, list) and value else value
    return found if isinstance(found, str) and found else None


def _link(identifier: str, url: str) -> str | None:
    """Give the page that people read: the search names a file of data for topics."""
    return plain.link(f"{TOPIC}{identifier}" if "/topicDetails/" in url else url)


def _deadlines(said: Mapping[str, Any], *, provisional: bool) -> Iterator[Deadline]:
    """Read the deadlines; of a call in two stages all but the last are those of a stage.

    The portal writes the hour in Brussels, which is that in Ljubljana, as if it were UTC; midnight stands for none.
    """
    values = said.get("deadlineDate")
    moments = sorted(filter(None, map(_moment, values if isinstance(values, list) else [values])))
    staged = _first(said, "deadlineModel") == "two-stage"
    for place, moment in enumerate(dict.fromkeys(moments)):
        last = place == len(moments) - 1
        hour = None if moment.time() == time() else moment.time().replace(second=0, microsecond=0)
        kind = DeadlineKind.STAGE if staged and not last else DeadlineKind.SUBMISSION
        yield Deadline(kind, When(moment.date(), hour, provisional=provisional))


def _moment(value: Any) -> datetime | None:  # noqa: ANN401 - whatever JSON holds
    try:
        moment = datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if plain.sensible(moment.date()) else None


def _amount(identifier: str, overview: str | None) -> int | None:
    """Find the most that one project gets: the budget is JSON in a text, by actions of the whole call."""
    try:
        budget = json.loads(overview or "")
        actions = [one for some in budget["budgetTopicActionMap"].values() for one in some]
        own = [one for one in actions if str(one.get("action")).startswith(identifier)] or _alone(actions)
        most = max((int(one.get("maxContribution") or 0) for one in own), default=0)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return None
    return most if 0 < most <= AMOUNT_AT_MOST else None


def _alone(actions: Sequence[Any]) -> Sequence[Any]:
    return actions if len(actions) == 1 else ()
