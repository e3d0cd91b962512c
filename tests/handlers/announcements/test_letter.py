"""An announcement as it arrives, and how it is named."""

import pytest

from handlers.announcements.letter import first_words
from storage.announcements.rules import Part


@pytest.mark.parametrize(
    ("plain", "name"),
    [
        ("Vabilo na srečanje", "Vabilo na srečanje"),
        ("Spoštovani v knjižnici {knjižnica},\n\nv sredo je skupščina.", "Spoštovani v knjižnici {knjižnica}, v …"),
        ("Pozdravljeni, {ime}! Vabimo vas v Celje.", "Vabimo vas v Celje."),
        ("Spoštovani { Ime },\n\nv sredo je skupščina.", "V sredo je skupščina."),
        ("Pozdravljeni, {ime}!", "Pozdravljeni, {ime}!"),
        ("Vabimo {ime} na srečanje. Pridite.", "Vabimo {ime} na srečanje. Pridite."),
        ("x" * 41, "x" * 39 + "…"),
        ("", ""),
    ],
)
def test_an_announcement_is_named_by_its_first_whole_words(plain: str, name: str) -> None:
    assert first_words(Part(plain, plain)) == name
