"""Phones of those who look at what came out."""

from storage.database import Database
from tests.handlers.phone import Phone
from tests.storage.consultations.outcomes import AFTER


def after(books: Database, telegram_id: int, language: str = "sl") -> Phone:
    """The phone of somebody, after the end."""
    made = Phone(books, telegram_id, f"Oseba {telegram_id}", language)
    made.now = AFTER
    return made
