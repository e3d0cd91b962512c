"""What a question was before its wording changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from storage.consultations import reading
from storage.consultations.books import Text
from storage.consultations.reading import Article
from storage.consultations.rules import QuestionId
from storage.consultations.tables import wordings
from storage.consultations.wording.difference import Piece, difference
from storage.people import LibraryId, Person


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question as a person sees it, and how its wording has come from the last one before, piece by piece."""

    article: Article
    pieces: Sequence[Piece]


def earlier(
    tx: Connection, question_id: QuestionId, person: Person, for_library: LibraryId | None = None
) -> Earlier | None:
    """Compare a question with its last earlier wording; None if there is none, or it is not for the person."""
    article = reading.article(tx, question_id, person, for_library)
    if article is None:
        return None
    question = article.question
    chosen = select(wordings).where(wordings.c.question_id == question_id, wordings.c.id != question.wording_id)
    row = tx.execute(chosen.order_by(wordings.c.id.desc()).limit(1)).mappings().first()
    if row is None:
        return None
    before = Text(row["label"], row["title"], row["chapter"], row["text"])
    return Earlier(article, difference(before.whole, question.text.whole))
