"""The guided conversation, without a database: whatever is said, the card can be drawn and nothing is lost."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.conversation import Misread, Pick
from handlers.events.compose.facts import Facts
from handlers.events.guide import GUIDE, advance
from handlers.events.steps import ORDER, Step
from handlers.screen import Screen
from handlers.texts import LANGUAGES, Texts
from storage.drafts import Draft, DraftId
from storage.events import drafting, rules
from storage.events.rules import EventDetails, Kind
from storage.people import PersonId
from tests.storage.events.sample import NOW, START, WORKSHOP

TEXTS = Texts(strict=True)
WHOLE = [
    "training", "Delavnica: Lokalna zbirka na spletu", "Workshop: Local collections online",
    "Od digitalizacije do objave.", "From digitising to publishing.",
    "2027-05-12", "09:30", "14:00", "Maribor", "/skip", "30", "/before 7",
]  # fmt: skip


def draft(step: Step = Step.KIND, **data: Any) -> Draft:
    """A draft at a step."""
    return Draft(DraftId(1), PersonId(1), drafting.FEATURE, step, data, version=1, listening=True, heard=0)


def say(now: Draft, *words: str) -> Draft:
    """Say one thing after the other; each is understood."""
    for said in words:
        following = advance(now, said, NOW)
        assert isinstance(following, Draft), f"{now.step}: {said}: {following}"
        now = following
    return now


def misread(before: Draft, said: str) -> str:
    """Say what is not understood; return how it is answered."""
    answer = advance(before, said, NOW)
    assert isinstance(answer, Misread)
    return answer.key


def shown(now: Draft, language: str = "sl") -> Screen:
    """Draw the card."""
    return GUIDE.show(now, Facts(), TEXTS.say(language), NOW)


def picks(now: Draft) -> list[str]:
    """What the buttons of the card say."""
    return [key.press.said for row in shown(now).keys for key in row if isinstance(key.press, Pick)]


def test_step_by_step_to_the_workshop() -> None:
    done = say(draft(), *WHOLE)
    assert done.step == Step.PREVIEW
    assert drafting.details(done.data) == WORKSHOP


@pytest.mark.parametrize(
    "start", ["12. 5. 2027 ob 9.30", "12.5. 9.30", "sreda, 12. maja ob pol desetih", "12 May 9:30am"]
)
def test_a_typed_start_needs_no_second_question(start: str) -> None:
    after = say(draft(), *WHOLE[:5], start)
    assert after.step == Step.END
    assert datetime.fromisoformat(after.data["starts_at"]) == START
    assert "🗓 sreda, 12. maj 2027, ob 9.30" in shown(after).text


def test_the_card_grows() -> None:
    now = draft()
    before = 0
    for said in WHOLE:
        now = say(now, said)
        if now.step in {Step.LINK, Step.PREVIEW} or said == "/skip":
            continue
        lines = shown(now).text.count("\n")
        assert lines >= before
        before = lines
    assert "Naslov: <b>Delavnica: Lokalna zbirka na spletu</b>" in shown(say(draft(), *WHOLE[:2])).text


def test_what_is_optional_can_be_skipped() -> None:
    done = say(draft(), "5", "Sejem", "/skip", "/skip", "2027-05-12", "9.30", "14.00", "/skip",
               "https://a.si", "10", "/before 0")  # fmt: skip
    assert drafting.details(done.data) == EventDetails(
        Kind.OTHER, "Sejem", None, None, None, START, START + timedelta(hours=4, minutes=30), None, "https://a.si", 10,
        START,
    )  # fmt: skip


def test_without_a_place_the_link_cannot_be_skipped() -> None:
    at_link = say(draft(), *WHOLE[:8], "/skip")
    assert at_link.step == Step.LINK
    assert misread(at_link, "/skip") == "guide-nowhere"
    assert "/skip" not in picks(at_link)
    assert "Na kateri povezavi" in shown(at_link).text


def test_a_link_typed_as_the_place_is_the_link() -> None:
    after = say(draft(), *WHOLE[:8], "https://example.org/soba")
    assert (after.step, after.data["link"], "place" in after.data) == (Step.CAPACITY, "https://example.org/soba", False)


@pytest.mark.parametrize(
    ("answered", "said", "key"),
    [
        (0, "koncert", "guide-misread-kind"),
        (1, "\n ", "guide-empty"),
        (1, "x" * 121, "guide-too-long"),
        (3, "x" * 1501, "guide-too-long"),
        (5, "pol desetih zj", "guide-misread-moment"),
        (5, "9.30", "guide-day-missing"),
        (5, "31. 2. 2028", "guide-no-such-day"),
        (5, "1. 1. 0001 ob 0.00", "guide-no-such-day"),
        (5, "torek, 12. 5. 2027 ob 9.30", "guide-other-weekday"),
        (5, "28. 3. 2027 ob 2.30", "guide-missing-hour"),
        (5, "1. 2. 2027 ob 9.30", "guide-past"),
        (5, "1. 2. 2027", "guide-past"),
        (5, "1. 2. 2127", "guide-too-far"),
        (6, "pol desetih zj", "guide-misread-hour"),
        (7, "9.30", "guide-ends-too-soon"),
        (7, "zvečer", "guide-misread-hour"),
        (7, "13. 5.", "guide-hour-missing"),
        (9, "na spletu", "guide-misread-link"),
        (9, "https://a.si/" + "x" * 500, "guide-too-long"),
        (10, "trideset", "guide-misread-capacity"),
        (10, "0", "guide-misread-capacity"),
        (10, "99999999999", "guide-misread-capacity"),
        (11, "13. 5. 2027 ob 9.30", "guide-closes-too-late"),
        (11, "1. 2. 2027 ob 9.30", "guide-past"),
        (11, "/before 5", "guide-misread-moment"),
        (12, "kar koli", "guide-choose"),
    ],
)
def test_what_does_not_fit_is_answered_and_nothing_is_lost(answered: int, said: str, key: str) -> None:
    before = say(draft(), *WHOLE[:answered])
    answer = advance(before, said, NOW)
    assert isinstance(answer, Misread)
    assert answer.key == key
    for language in LANGUAGES:
        text = TEXTS.say(language)(answer.key, **answer.args)
        assert "kept" in text or "shranjeno" in text


def test_misread_hours_are_answered_as_the_voice_has_it() -> None:
    answer = advance(say(draft(), *WHOLE[:6]), "pol desetih zj", NOW)
    assert isinstance(answer, Misread)
    assert TEXTS.say("sl")(answer.key, **answer.args) == (
        "Te ure ne razumem: »pol desetih zj«. Napišite na primer »9.30«. Vse drugo je shranjeno."
    )


def test_back_goes_back_and_keeps_what_was_given() -> None:
    now = say(draft(), *WHOLE[:11])
    assert now.step == Step.CLOSES
    for step in reversed(ORDER[: ORDER.index(Step.CLOSES)]):
        now = say(now, "/back")
        assert now.step == step
    assert say(now, *["/next"] * 5).step == Step.DAY
    assert say(now, *["/next"] * 6).step == Step.END
    assert say(now, *["/next"] * 8, "/skip", "/next", "/before 7").data == say(draft(), *WHOLE).data


def test_back_leaves_out_the_english_description_where_there_is_no_slovene_one() -> None:
    at_day = say(draft(), *WHOLE[:3], "/skip")
    assert at_day.step == Step.DAY
    assert say(at_day, "/back").step == Step.DESCRIPTION_SL


def test_another_day_asks_for_the_hour_again() -> None:
    now = say(draft(), *WHOLE[:7], "/back", "/back", "2027-05-13")
    assert now.step == Step.HOUR
    assert "/next" not in picks(now)
    assert "🗓 četrtek, 13. maj 2027\n" in shown(now).text
    assert datetime.fromisoformat(say(now, "9.30").data["starts_at"]) == START + timedelta(days=1)


def test_from_the_preview_anything_can_be_changed_and_it_comes_back() -> None:
    done = say(draft(), *WHOLE)
    for field, said, expected in [
        ("title_sl", "Drugače", "Drugače"),
        ("capacity", "31", 31),
        ("place", "Celje", "Celje"),
        ("description_en", "/skip", None),
    ]:
        changed = say(done, "/change", f"/edit {field}", said)
        assert changed.step == Step.PREVIEW
        assert changed.data.get(field) == expected
        assert {**changed.data, field: 0} == {**done.data, field: 0}
    assert say(done, "/change", "/edit place", "/back", "/back") == done


def test_a_change_of_the_start_moves_the_end_and_the_close_along() -> None:
    done = say(draft(), *WHOLE)
    moved = say(done, "/change", "/edit day", "2027-11-10", "10:00")
    assert moved.step == Step.PREVIEW
    details = drafting.details(moved.data)
    assert isinstance(details, EventDetails)
    assert details.starts_at == datetime(2027, 11, 10, 9, tzinfo=UTC)
    assert details.ends_at == datetime(2027, 11, 10, 13, 30, tzinfo=UTC)
    assert details.closes_at == datetime(2027, 11, 3, 9, tzinfo=UTC)


def test_an_hour_of_its_own_on_another_day_stays_when_the_start_moves() -> None:
    done = say(draft(), *WHOLE[:-1], "5. 5. 2027")
    details = drafting.details(say(done, "/change", "/edit day", "2027-05-13", "10:00").data)
    assert isinstance(details, EventDetails)
    assert details.ends_at == datetime(2027, 5, 13, 12, 30, tzinfo=UTC)
    assert details.closes_at == datetime(2027, 5, 6, 21, 59, tzinfo=UTC)


def test_registration_that_is_open_stays_open_when_the_event_moves() -> None:
    opened, ahead = NOW - timedelta(hours=1), NOW + timedelta(hours=1)
    week = timedelta(days=7)
    for opens_at, expected in ((opened, opened), (ahead, ahead + week)):
        data = {**say(draft(), *WHOLE).data, "event": 1, "opens_at": opens_at.isoformat()}
        details = drafting.details(say(draft(Step.CHANGE, **data), "/edit day", "2027-05-19", "9:30").data)
        assert isinstance(details, EventDetails)
        assert details.opens_at == expected


@pytest.mark.parametrize("said", ["1000", "1.000", "1,000", "1 000", "1\u00a0000"])
def test_thousands_are_read_as_they_are_written(said: str) -> None:
    assert say(say(draft(), *WHOLE), "/change", "/edit capacity", said).data["capacity"] == 1000


def test_the_place_can_give_way_to_a_link_only_when_there_is_one() -> None:
    done = say(draft(), *WHOLE)
    at_link = say(done, "/change", "/edit place", "/skip")
    assert at_link.step == Step.LINK
    online = say(at_link, "https://a.si")
    assert (online.step, online.data.get("place"), online.data["link"]) == (Step.PREVIEW, None, "https://a.si")


def test_the_preview_shows_what_members_see_in_both_languages() -> None:
    done = say(draft(), *WHOLE)
    slovene = shown(done).text
    assert slovene.startswith("👁 Tako dogodek vidijo članice, v slovenščini:\n\n<b>Delavnica")
    assert "30 prostih mest od 30, prijave do 5.\u00a0maja\n\nOd digitalizacije do objave." in slovene
    english = shown(say(done, "/language en")).text
    assert "v angleščini" in english
    assert "30 free seats of 30, registration until 5\u00a0May\n\nFrom digitising to publishing." in english


def test_what_can_no_longer_be_published_says_why_and_offers_no_publishing() -> None:
    done = say(draft(), *WHOLE)
    assert [key.label for row in shown(done).keys for key in row][:2] == ["Objava", "Popravki"]
    late = GUIDE.show(done, Facts(), TEXTS.say("sl"), START)
    assert "• začetek je že minil\n• konec prijav je že minil" in late.text
    assert [key.label for row in late.keys for key in row][:1] == ["Popravki"]


def test_a_calendar_turns_and_offers_no_day_that_is_past() -> None:
    at_day = say(draft(), *WHOLE[:3], "/skip")
    labels = [key.label for row in shown(at_day).keys for key in row]
    assert labels[:2] == ["marec 2027", "›"]
    assert "/month 2027-02" not in picks(at_day)
    april = say(at_day, "/month 2027-04")
    assert {"2027-04-01", "2027-04-30", "/month 2027-03", "/month 2027-05"} <= set(picks(april))
    assert misread(at_day, "/month 2127-01") == "guide-too-far"
    assert misread(at_day, "/month kar koli") == "guide-choose"


def test_the_longest_event_fits_a_message() -> None:
    full = {"title_sl": "č" * rules.TITLE_AT_MOST, "title_en": "e" * rules.TITLE_AT_MOST,
            "description_sl": "č" * rules.DESCRIPTION_AT_MOST, "description_en": "e" * rules.DESCRIPTION_AT_MOST,
            "place": "č" * rules.PLACE_AT_MOST, "link": "https://a.si/".ljust(rules.LINK_AT_MOST, "x")}  # fmt: skip
    done = say(draft(), *WHOLE)
    whole = Draft(done.id, done.person_id, done.feature, done.step, {**done.data, **full}, 1, listening=True, heard=0)
    options = [[str(one), "č" * 200, "e" * 200] for one in range(10)]
    asked = [{"id": str(one), "sl": "č" * 200, "en": "e" * 200, "required": False, "options": options,
              "only_if": ["0", "1"] if one else None} for one in range(12)]  # fmt: skip
    beside = {"questions": asked, "at": "11", "speakers": ["č" * 120] * 12, "per_library": 2, "hours": 8,
              "also": [(START + timedelta(days=7 * week)).isoformat() for week in range(1, 30)]}  # fmt: skip
    for step in Step:
        card = shown(whole.at(step, **beside))
        assert len(card.text) < 4096, step
        assert sum(map(len, card.keys)) <= 100


NUMBER = int(NOW.timestamp())
"""The number of the first question, and of its first answer."""

SAID = st.one_of(
    st.sampled_from([
        *WHOLE, "/back", "/next", "/skip", "/stay", "/change", "/language en", "/month 2027-06", "9.30", "jutri ob 9",
        "https://a.si", *(f"/edit {step}" for step in Step), "/edit nič", "1. 1. 2028", "/counts", "/lead day", "/add",
        f"/open {NUMBER}", "/text", "/required", "/up", "/down", "/remove", "/always", f"/if {NUMBER} {NUMBER}",
        *(f"/to {step}" for step in Step), "Da | Yes\nNe", "/every month", "/pick", "/drop 0", f"/drop {NUMBER}", "2",
    ]),
    st.text(max_size=40),
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(SAID, max_size=25), st.sampled_from(LANGUAGES), st.booleans())
def test_whatever_is_said_the_card_can_be_drawn(said: list[str], language: str, begun: bool) -> None:
    now = say(draft(), *WHOLE) if begun else draft()
    for word in said:
        following = advance(now, word, NOW)
        if isinstance(following, Misread):
            TEXTS.say(language)(following.key, **following.args)
        else:
            now = following
        card = shown(now, language)
        assert 0 < len(card.text) < 4096
        for row in card.keys:
            for key in row:
                assert key.label.strip()
                assert not isinstance(key.press, str)
                key.press.pack()
        if now.step == Step.PREVIEW:
            assert isinstance(drafting.details(now.data), EventDetails)
