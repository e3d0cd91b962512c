"""The fields of a text, filled in for whoever gets it: what people and libraries are called is never markup."""

from collections.abc import Sequence

import pytest

from bot.demo.telegram import entities
from handlers.announcements.letter import letter
from handlers.announcements.push import BULKS
from handlers.reply import Call
from handlers.texts import Texts
from storage.announcements import actions, rules
from storage.announcements.rules import CAPTION_AT_MOST, TEXT_AT_MOST, Content, Media, MediaKind, Part
from storage.batches import BatchId
from storage.database import Database
from storage.membership.reading import LONGEST
from storage.membership.standings import NAME
from storage.people import Person
from tests.storage.announcements.sample import NOW, deliver, get, submit, text
from tests.storage.membership.association import put

TEXTS = Texts(strict=True)
FIELDS = text("{ime}, {knjižnica}, {name}, {library}")
NAMES = ("x" * NAME, "🦉" * NAME, "<" * NAME, "&" * NAME)
"""The longest that Telegram gives."""


async def letters(books: Database, by: Person, content: Content) -> dict[int, Call]:
    """Send an announcement as the bot does; return what each Telegram number gets."""
    one = await submit(books, by, content=content)
    bulk = BULKS[actions.SENDING]
    facts = await books.read(bulk.load, BatchId(one.batch_id or 0), NOW)
    made = {}
    for claimed in await deliver(books):
        calls = bulk.calls(facts, claimed, TEXTS.say(claimed.to.language))
        assert isinstance(calls, Sequence)
        (made[claimed.to.telegram_id],) = calls
    return made


def shown(call: Call) -> str:
    """A message's text as it stands on the screen."""
    given = call.parameters.get("text", call.parameters.get("caption"))
    assert isinstance(given, str)
    plain, _ = entities.parse(given, call.parameters["parse_mode"], None)
    return plain


async def test_fields_say_who_reads_it_and_where_they_are(association: Database, cvetka: Person) -> None:
    await put(association, 1, name="Ana")
    made = await letters(association, cvetka, FIELDS)
    assert shown(made[1]) == "Ana, Mestna knjižnica Kranj, Ana, Mestna knjižnica Kranj"


async def test_the_office_is_no_library(association: Database, cvetka: Person) -> None:
    made = await letters(association, cvetka, FIELDS)
    assert shown(made[90]) == "Cvetka, Strokovna služba združenja, Cvetka, Strokovna služba združenja"


@pytest.mark.parametrize("name", ["<b>Ana", "A & B", "&lt;", '"Ana"', "Ana'", "{knjižnica}", "</b>", "A\\1"])
async def test_a_name_is_shown_as_it_is_written(association: Database, cvetka: Person, name: str) -> None:
    await put(association, 1, name=name)
    made = await letters(association, cvetka, Content(Part("<b>{ime}</b>!", "{ime}!"), None))
    assert shown(made[1]) == f"{name}!"


async def test_a_name_does_not_leave_the_link_it_stands_in(association: Database, cvetka: Person) -> None:
    await put(association, 1, name='"><b>Ana')
    link = Part('<a href="https://a.si/?q={ime}">tu</a>', "tu")
    made = await letters(association, cvetka, Content(link, None))
    plain, found = entities.parse(made[1].parameters["text"], "HTML", None)
    assert plain == "tu"
    assert [one["url"] for one in found] == ['https://a.si/?q="><b>Ana']


@pytest.mark.parametrize("field", ["{ime}", "{name}", "{ Ime }"])
@pytest.mark.parametrize("name", NAMES, ids=["letters", "emoji", "less than", "ampersands"])
@pytest.mark.parametrize("media", [(), (Media(MediaKind.PHOTO, "f"),)])
def test_what_is_let_through_fits_with_the_longest_names(field: str, name: str, media: tuple[Media, ...]) -> None:
    most = CAPTION_AT_MOST if media else TEXT_AT_MOST
    fits = longest_that_passes(field, media, most)
    assert entities.units(rules.fill(fits.plain, name, "")) <= most


@pytest.mark.parametrize("field", ["{knjižnica}", "{library}"])
def test_what_is_let_through_fits_with_the_longest_libraries(field: str) -> None:
    fits = longest_that_passes(field, (), TEXT_AT_MOST)
    assert entities.units(rules.fill(fits.plain, "", "ž" * LONGEST[1])) <= TEXT_AT_MOST


def longest_that_passes(field: str, media: tuple[Media, ...], most: int) -> Part:
    """The longest message with a field in it that is not refused."""
    for length in range(most, 0, -1):
        plain = "a" * length + field
        part = Part(plain, plain, media)
        if rules.check(part) is None:
            return part
    raise AssertionError("Nothing passes.")


async def test_fields_in_capitals_and_with_spaces(association: Database, cvetka: Person) -> None:
    made = await letters(association, cvetka, text("{IME} { ime } {Knjižnica} {drugo} {ime"))
    assert shown(made[90]) == "Cvetka Cvetka Strokovna služba združenja {drugo} {ime"


async def test_each_reads_their_language_with_their_name(association: Database, cvetka: Person) -> None:
    one = await get(association, (await submit(association, cvetka)).id)
    read = [shown(letter(one, 1, "Ana", "Kranj", TEXTS.say(language))[0]) for language in ("sl", "en")]
    assert read == ["Pozdravljeni, Ana!", "Hello, Ana!"]
