"""A new version of a draft that is being prepared: what goes on which question, and how it is put to the members."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import drafts
from storage.consultations import drafting, opening
from storage.consultations.books import Question, Text
from storage.consultations.opening import NotYet, Revised
from storage.consultations.rules import Closed, ConsultationId, QuestionId
from storage.consultations.voting import NoSuch
from storage.consultations.wording import compare
from storage.consultations.wording.articles import Article
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import PersonId

FEATURE = "consultation_version"
"""The drafts of new versions are kept under this name."""

Pairs = Sequence[QuestionId | None]
"""For each text of the new version the question that it goes on, None for a new one."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a question: `old` without `new` is gone, `new` without `old` is new, its place counted from 0."""

    old: Question | None
    place: int | None
    new: Text | None

    @property
    def same(self) -> bool:
        """Whether the wording stands."""
        return self.old is not None and self.new is not None and self.old.text.fingerprint == self.new.fingerprint


def pair(old: Sequence[Question], new: Sequence[Text]) -> Pairs:
    """Find which question each text of the new version goes on."""
    pairs: list[QuestionId | None] = [None] * len(new)
    for change in compare.compare([_article(question.text) for question in old], list(map(_article, new))):
        if isinstance(change, compare.Same | compare.Changed):
            pairs[change.new] = old[change.old].id
    return pairs


def _article(text: Text) -> Article:
    return Article(text.label, text.title, (), tuple(text.text.split("\n")))


def changes(old: Sequence[Question], new: Sequence[Text], pairs: Pairs) -> list[Change]:
    """Say of each question what becomes of it, in the order of the new version; what is gone comes last."""
    known = {question.id: question for question in old}
    kept = [
        Change(known.get(number) if number else None, place, text)
        for place, (text, number) in enumerate(zip(new, pairs, strict=True))
    ]
    gone = [Change(question, None, None) for question in old if question.id not in pairs]
    return [*kept, *gone]


def put(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Revised | NotYet | Closed | NoSuch | NotYours | Gone:
    """Put the new version that a draft holds to the members, and end the draft; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    texts, pairs = drafting.texts(draft.data), pairs_of(draft.data)
    if len(texts) != len(pairs):
        return Gone()
    outcome = opening.revise(
        tx, ConsultationId(draft.data["consultation"]), draft.data["base"], draft.data.get("preamble", ""),
        list(zip(pairs, texts, strict=True)), by, now,
    )  # fmt: skip
    if isinstance(outcome, Revised):
        drafting.remember(tx, outcome.one, draft.data)
    if isinstance(outcome, Revised | NoSuch | Closed):
        drafts.end(tx, draft_id)
    return outcome


def pairs_of(data: Mapping[str, Any]) -> Pairs:
    """Read what goes on which question in a draft's data."""
    return [None if number is None else QuestionId(number) for number in data.get("pairs", ())]
