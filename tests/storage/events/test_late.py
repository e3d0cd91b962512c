"""Rule 7: whoever gives up a seat late says why, and staff hear of it."""

from datetime import timedelta

import pytest

from storage.database import Database
from storage.events import actions, notices
from storage.events.notices import LATE, Late
from storage.events.seats import Freed, NeedsReason, NoOffer, State
from storage.people import Person, Role
from tests.storage.events.sample import NOW, answer, give_up, publish, register, seats_taken, waits_in_outbox
from tests.storage.membership.association import put

FREE = NOW + timedelta(days=1)
MOMENT = timedelta(microseconds=1)


async def test_rule_7_until_the_limit_a_seat_is_given_up_without_a_word(
    association: Database, ana: Person, cvetka: Person
) -> None:
    event = await publish(association, cvetka.id, free_until=FREE)
    await register(association, event, ana.id)
    assert await give_up(association, event, ana.id, FREE - MOMENT) == Freed(State.SEATED, late=False)
    assert await association.read(waits_in_outbox) == []


@pytest.mark.parametrize("said", [None, "", "  "])
async def test_rule_7_later_a_word_is_asked_for_and_the_seat_is_kept_meanwhile(
    association: Database, ana: Person, said: str | None
) -> None:
    event = await publish(association, free_until=FREE)
    await register(association, event, ana.id)
    assert await give_up(association, event, ana.id, FREE, said) == NeedsReason()
    assert await association.read(seats_taken, event.id) == 1


async def test_rule_7_whoever_sees_to_the_event_hears_who_and_why(
    association: Database, ana: Person, cvetka: Person
) -> None:
    await put(association, 71, Role.STAFF)
    event = await publish(association, cvetka.id, free_until=FREE)
    await register(association, event, ana.id)
    assert await give_up(association, event, ana.id, FREE, "Bolezen") == Freed(State.SEATED, late=True)
    assert await association.read(waits_in_outbox) == [(LATE, cvetka.id, FREE)]
    late = await association.read(notices.late_facts, cvetka.id, {"event": event.id, "seat": 1}, FREE)
    assert late == Late(event, "Ana", "Mestna knjižnica Kranj", "Bolezen")


async def test_rule_7_if_whoever_began_it_is_gone_all_of_the_office_hear(
    association: Database, ana: Person, cvetka: Person
) -> None:
    other = await put(association, 71, Role.ADMIN)
    event = await publish(association, free_until=FREE)
    await register(association, event, ana.id)
    await give_up(association, event, ana.id, FREE, "Bolezen")
    told = {(kind, person) for kind, person, _ in await association.read(waits_in_outbox)}
    assert told == {(LATE, cvetka.id), (LATE, other.id)}


async def test_rule_7_a_place_in_the_list_or_an_offer_is_given_up_without_a_word(
    association: Database, ana: Person, bojan: Person, cvetka: Person
) -> None:
    event = await publish(association, capacity=1, free_until=NOW)
    for person in (ana, bojan, cvetka):
        await register(association, event, person.id)
    assert await give_up(association, event, cvetka.id) == Freed(State.WAITING, late=False)
    await give_up(association, event, ana.id, reason="Bolezen")
    assert await give_up(association, event, bojan.id) == Freed(State.OFFERED, late=False)
    assert await answer(association, actions.accept, event, bojan.id) == NoOffer()
