"""Letters that mean something to HTML, Markdown or Fluent are shown as they were typed."""

import pytest

from handlers.events import buttons as events
from handlers.events.steps import Step
from handlers.membership import buttons as membership
from storage.events.rules import EventId
from storage.people import Role
from tests.handlers.phone import Phone
from tests.handlers.world import World, draft_of, put_at, start_draft
from tests.handlers.worlds import postgresql_url, sqlite_url, world
from tests.storage.events.sample import publish, register
from tests.storage.membership.association import KRSKO, put

__all__ = ["postgresql_url", "sqlite_url", "world"]

NASTY = "<b>A&amp;B</i> \"'*_[x](y)~`|{ $name } č</b>"
TYPED = (Step.TITLE_SL, Step.TITLE_EN, Step.DESCRIPTION_SL, Step.DESCRIPTION_EN, Step.PLACE)


@pytest.fixture
async def cvetka(world: World) -> Phone:
    """Somebody from the office."""
    return world.phone("staff")


async def test_typed_letters_with_a_meaning_are_shown_as_they_are(world: World, cvetka: Phone) -> None:
    for step in TYPED:
        await put_at(world, cvetka, step)
        await cvetka.says(NASTY)
        assert (await draft_of(cvetka)).data[step] == NASTY
        assert NASTY in cvetka.reads, step
    await put_at(world, cvetka, Step.LINK)
    await cvetka.says("https://a.si/?a=<b>&b=1&amp;c")
    assert "https://a.si/?a=<b>&b=1&amp;c" in cvetka.reads
    for step in (Step.KIND, Step.DAY, Step.HOUR, Step.END, Step.LINK, Step.CAPACITY, Step.CLOSES):
        before = await put_at(world, cvetka, step)
        await cvetka.says(NASTY)
        assert step is Step.KIND or NASTY in cvetka.reads, step
        assert await draft_of(cvetka) == before
    await cvetka.forges(membership.Find().pack())
    await cvetka.says(NASTY)
    assert NASTY in cvetka.reads


async def test_an_event_of_letters_with_a_meaning_is_shown_as_it_was_typed(world: World, cvetka: Phone) -> None:
    person = await cvetka.me()
    assert person is not None
    typed = dict.fromkeys(TYPED, NASTY)
    draft = await start_draft(world.books, person, Step.PREVIEW, **typed)
    await cvetka.forges(events.NewEvent(0).pack())
    assert NASTY in cvetka.reads
    await cvetka.forges(events.Publish(draft.id, draft.version).pack())
    assert NASTY in cvetka.reads
    event = EventId(world.event + 1)
    for button in (
        events.OpenEvent(event, 0, 0), events.Describe(event), events.Register(event), events.Coming(event),
        events.Unregister(event, 0), events.OfficeEvent(event, 0), events.WhoComes(event, 0),
        events.CallOff(event, 0), events.CallOff(event, 1),
    ):  # fmt: skip
        await cvetka.forges(button.pack())
        assert NASTY in cvetka.reads, button


async def test_a_name_of_letters_with_a_meaning_is_shown_as_it_is(world: World) -> None:
    name = '<b>Ana & "Č"</b> *_`'
    ana, admin = Phone(world.books, 50, name), world.phone("admin")
    await ana.forges(membership.Join("odprto").pack())
    assert name in ana.reads
    await ana.says("/start")
    assert name in ana.reads
    person = await ana.me()
    assert person is not None
    await ana.forges(events.Register(world.event).pack())
    for button in (
        membership.OpenPerson(person.id), membership.Roles(person.id), membership.GiveRole(person.id, Role.STAFF, 0),
        membership.MoveTo(person.id, KRSKO.id, 0), events.WhoComes(world.event, 0),
        membership.GiveRole(person.id, Role.DEPUTY, 1), membership.Remove(person.id, 0),
        membership.Remove(person.id, 1),
    ):  # fmt: skip
        await admin.forges(button.pack())
        assert name in admin.reads, button


async def test_a_full_house_of_long_names_fits_a_message(world: World, cvetka: Phone) -> None:
    event = await publish(world.books, capacity=100)
    for number in range(70):
        person = await put(world.books, 100 + number, library=KRSKO, name=f"{number:02}".ljust(64, "č"))
        await register(world.books, event, person.id)
    await cvetka.forges(events.WhoComes(event.id, 0).pack())
    assert f"{KRSKO.name}: 70 (00č" in cvetka.reads
