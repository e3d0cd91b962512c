"""The articles of a new version, put in order as the version before was: grouped and left out alike. Pure."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from storage.consultations.wording.articles import Article
from storage.consultations.wording.compare import Changed, Same, compare
from storage.consultations.wording.outline import Outline, Question


def follow(before: Outline, articles: Sequence[Article]) -> Outline:
    """Make an outline of the articles that follows the one before, as far as it knows them; what is new stands alone.

    What is new amid the articles of one question belongs to it.
    """
    place_of = [place for place, question in enumerate(before.questions) for _ in question.articles]
    known = [article for question in before.questions for article in question.articles]
    places: list[int | None] = [None] * len(articles)
    for change in compare(known, articles):
        if isinstance(change, Same | Changed):
            places[change.new] = place_of[change.old]
    runs = [(place, list(run)) for place, run in groupby(range(len(articles)), key=_filled(places).__getitem__)]
    return Outline(tuple(one for place, run in runs for one in _asked(before, place, [articles[at] for at in run])))


def _filled(places: Sequence[int | None]) -> list[int | None]:
    """Give what is new amid the articles of one question the place of that question."""
    filled = list(places)
    last: int | None = None
    for at, place in enumerate(places):
        if place is None:
            continue
        if last is not None and places[last] == place:
            filled[last:at] = [place] * (at - last)
        last = at
    return filled


def _asked(before: Outline, place: int | None, articles: Sequence[Article]) -> Iterator[Question]:
    question = None if place is None else before.questions[place]
    if question is not None and len(question.articles) > 1 and len(articles) > 1:
        yield Question(tuple(articles), question.title, question.left_out)
    else:
        yield from (Question((article,), None, question is not None and question.left_out) for article in articles)
