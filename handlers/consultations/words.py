"""Consultations in words, for cards, lists and messages alike. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from handlers.dates import writing
from handlers.screen import lines
from handlers.texts import Markup, Say
from storage.consultations.books import Question, Text
from storage.consultations.majority import Choice
from storage.consultations.rules import Consultation, State
from storage.consultations.wording.difference import Piece

LABEL = 40
"""A longer label is cut by telephones in the middle of a word; here it is cut between two."""

HEADING = 300
"""Characters of a title or a chapter on a card."""


def cut(text: str, most: int = LABEL) -> str:
    """Cut a text between two words so that it fits."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" –-,:·(") + "…"


def days_left(one: Consultation, say: Say, now: datetime) -> str:
    """Say how many days are left: today, to tomorrow, so many."""
    return say.label("consultation-days-left", days=writing.days_left(one.terms.ends_at, now))


def until(one: Consultation, say: Say, now: datetime) -> str:
    """Say until when votes are taken, as behind »do«."""
    return writing.until_moment(one.terms.ends_at, now, say.language)


def standing(one: Consultation, say: Say, now: datetime) -> Markup:
    """Say whether a consultation runs, and until when, or since when it is over."""
    if one.state is State.WITHDRAWN:
        return say("consultation-withdrawn")
    if not one.runs(now):
        return say("consultation-over", when=until(one, say, now))
    return say("consultation-until", when=until(one, say, now), left=days_left(one, say, now))


def choice(of: Choice, say: Say) -> str:
    """Name a choice inside a sentence."""
    return say.label(f"choice-{of}")


def counts(of: Mapping[Choice, int], say: Say) -> str:
    """Say how many chose what."""
    return ", ".join(say.label(f"choice-count-{one}", count=of[one]) for one in Choice if of.get(one))


def name(text: Text) -> str:
    """Name a question in a list: its label and title."""
    return cut(f"{text.label} · {text.title}" if text.title else text.label)


def marked(pieces: Iterable[Piece], say: Say) -> Markup:
    """Show what was cut and what was added."""
    return Markup("".join(say(f"earlier-{piece.kind}", text=piece.text) for piece in pieces))


def heading(question: Question, say: Say) -> str:
    """Say what a question is: label and title, chapter."""
    text = question.text
    label, title = cut(text.label, HEADING), cut(text.title or "", HEADING)
    first = say("question-titled", label=label, title=title) if title else say("question-heading", label=label)
    return lines(first, say("question-chapter", chapter=cut(text.chapter, HEADING)) if text.chapter else None)
