"""Real laws, which stay outside of the project."""

import time

from storage.consultations.wording.articles import split
from storage.consultations.wording.outcomes import Text
from storage.consultations.wording.reading import read
from tests.storage.consultations.drafting import laws


def test_each_article_is_found_with_its_number_and_title() -> None:
    for law in laws():
        reading = read(law.file.read_bytes())
        assert isinstance(reading, Text)
        articles = split(reading.lines).articles
        assert [(one.number, one.title) for one in articles] == [(one.article, one.title) for one in law.expected]


def test_no_body_lacks_a_character_or_has_a_chapter_in_it() -> None:
    for law in laws():
        reading = read(law.file.read_bytes())
        assert isinstance(reading, Text)
        for article, expected in zip(split(reading.lines).articles, law.expected, strict=True):
            assert (len(article.text), article.text[:60]) == (expected.chars, expected.starts)
            assert article.chapter


def test_all_of_them_are_split_well_within_a_second() -> None:
    contents = [law.file.read_bytes() for law in laws()]
    began = time.process_time()
    for content in contents:
        reading = read(content)
        assert isinstance(reading, Text)
        split(reading.lines)
    assert time.process_time() - began < 0.5
