"""Rule 10: what Telegram would not take is refused while composing, with what to do, and nothing is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message

from handlers.heard import heard_of
from storage.announcements.rules import FIELDS
from storage.database import Database
from tests.handlers.announcements.writing import begins, document, photo, writes
from tests.handlers.phone import Phone
from tests.handlers.world import draft_of

KEPT = ("Vse drugo je shranjeno.", "Vse, kar ste vnesli, je shranjeno.", "Prvih 10 je shranjenih.")


async def data(phone: Phone) -> dict[str, Any]:
    """The draft's data."""
    return dict((await draft_of(phone, "announcements")).data)


async def refused(phone: Phone, why: str, **content: Any) -> None:
    """Send what is refused, with the reason; what there was is there still."""
    before = await data(phone)
    seen = await phone.sends(**content)
    assert why in seen
    assert seen.endswith(KEPT)
    assert await data(phone) == before


@pytest.mark.parametrize("language", ["sl", "en"])
async def test_rule_10_a_text_of_4096_passes_and_of_4097_is_refused(cvetka: Phone, language: str) -> None:
    await begins(cvetka)
    if language == "en":
        await cvetka.says("Pozdravljeni")
    await refused(cvetka, "4.097 znakov", text="x" * 4097)
    await cvetka.says("x" * 4096)
    assert (await data(cvetka))[language]["plain"] == "x" * 4096


async def test_rule_10_letters_that_telegram_counts_twice_count_twice(cvetka: Phone) -> None:
    await begins(cvetka)
    await refused(cvetka, "4.098 znakov", text="🏛" * 2049)
    await cvetka.says("🏛" * 2048)
    assert (await data(cvetka))["sl"]["plain"] == "🏛" * 2048


async def test_rule_10_a_text_that_grows_too_long_with_the_fields_filled_in_is_refused(cvetka: Phone) -> None:
    await begins(cvetka)
    await refused(cvetka, "znakov", text="{ime}" + "x" * 4060)
    await cvetka.says("{ime}" + "x" * (4096 - FIELDS["ime"]))
    assert "sl" in await data(cvetka)


async def test_rule_10_a_caption_of_1025_is_refused(cvetka: Phone) -> None:
    await begins(cvetka)
    await refused(cvetka, "1.025 znakov, dovoljenih je 1.024", **photo(caption="x" * 1025))
    await cvetka.sends(**photo(caption="x" * 1024))
    assert (await data(cvetka))["sl"]["media"] == [["photo", "slika"]]
    await refused(cvetka, "1.025 znakov", text="e" * 1025)


async def test_rule_10_of_an_album_of_eleven_ten_are_kept_and_the_reason_is_said_once(cvetka: Phone) -> None:
    await begins(cvetka)
    on = ""
    for number in range(13):
        seen = await cvetka.sends(**photo(f"slika-{number}", media_group_id="album"))
        if number == 0:
            assert "Pošljite še druge slike" in seen
            on = cvetka.keys["Naprej"]
        elif number == 10:
            assert seen.endswith("ta je 11. in ni dodana. Prvih 10 je shranjenih.")
        else:
            assert not cvetka.bot.shown
    assert [file for _, file in (await data(cvetka))["sl"]["media"]] == [f"slika-{number}" for number in range(10)]
    assert "Slovensko: 10 slik" in await cvetka.forges(on)


async def test_rule_10_fifteen_pictures_come_as_two_albums_and_are_refused_alike(cvetka: Phone) -> None:
    await begins(cvetka)
    for number in range(15):
        await cvetka.sends(**photo(f"slika-{number}", media_group_id=f"album-{number // 10}"))
        assert bool(cvetka.bot.shown) == (number in {0, 10})
    assert len((await data(cvetka))["sl"]["media"]) == 10


async def test_rule_10_a_file_of_60_mb_is_refused(cvetka: Phone) -> None:
    await begins(cvetka)
    await refused(cvetka, "60 MB, dovoljenih je 50 MB", **document(size=60_000_000))
    await cvetka.sends(**document(size=50_000_000))
    assert (await data(cvetka))["sl"]["media"] == [["document", "datoteka"]]
    await refused(cvetka, "60 MB", **document(size=60_000_000))


FILE = {"file_id": "a", "file_unique_id": "a"}
UNSUPPORTED: dict[str, dict[str, Any]] = {
    "Glasovnega sporočila": {"voice": {**FILE, "duration": 1}},
    "Zvočnega posnetka": {"audio": {**FILE, "duration": 1}},
    "Videoposnetka": {"video": {**FILE, "duration": 1, "width": 1, "height": 1}},
    "Videosporočila": {"video_note": {**FILE, "duration": 1, "length": 1}},
    "Animacije": {"animation": {**FILE, "duration": 1, "width": 1, "height": 1}, "document": FILE},
    "Nalepke": {"sticker": {**FILE, "type": "regular", "width": 1, "height": 1, "is_animated": False,
                            "is_video": False}},
    "Ankete": {"poll": {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
                        "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
                        "allows_revoting": False, "members_only": False}},
    "Lokacije": {"location": {"latitude": 46.05, "longitude": 14.5}},
    "Stika": {"contact": {"phone_number": "1", "first_name": "Ana"}},
    "Te vrste sporočila": {"dice": {"emoji": "🎲", "value": 1}},
}  # fmt: skip


@pytest.mark.parametrize("name", UNSUPPORTED)
async def test_rule_10_what_an_announcement_cannot_hold_is_refused_by_name(cvetka: Phone, name: str) -> None:
    await begins(cvetka)
    await refused(cvetka, f"{name} tu ni mogoče uporabiti. Pošljite besedilo", **UNSUPPORTED[name])
    await cvetka.says("Pozdravljeni")
    await refused(cvetka, name, **UNSUPPORTED[name])
    assert (await data(cvetka))["sl"]["plain"] == "Pozdravljeni"


BROKEN = [
    [{"type": "bold", "offset": 0, "length": 400}],
    [{"type": "bold", "offset": 0, "length": 6}, {"type": "italic", "offset": 3, "length": 6}],
    [{"type": "bold", "offset": -1, "length": 3}],
    [{"type": "bold", "offset": 3, "length": 0}],
    [{"type": "bold", "offset": 12, "length": 1}],
    [{"type": "neznano", "offset": 0, "length": 3}],
    [{"type": "text_link", "offset": 0, "length": 3}],
]


@pytest.mark.parametrize("entities", BROKEN)
async def test_rule_10_broken_formatting_is_left_out_and_the_text_stays(
    association: Database, cvetka: Phone, entities: list[dict[str, Any]]
) -> None:
    await begins(cvetka)
    await cvetka.sends(text="Pozdravljeni 🏛 <vsi>", entities=entities)
    assert (await data(cvetka))["sl"]["plain"] == "Pozdravljeni 🏛 <vsi>"
    await cvetka.taps("Enako za vse", "Brez gumbov", "Vsi", "Naprej")
    assert cvetka.bot.shown[1]["plain"] == "Pozdravljeni 🏛 <vsi>"


KINDS = ("bold", "italic", "code", "pre", "text_link", "spoiler", "blockquote", "url", "mention", "custom_emoji", "x")


@given(
    st.text(max_size=30),
    st.lists(
        st.fixed_dictionaries(
            {"type": st.sampled_from(KINDS), "offset": st.integers(-3, 40), "length": st.integers(-3, 40)},
            optional={"url": st.just("https://a.si/?a=1&b=2")},
        ),
        max_size=4,
    ),
)
def test_whatever_the_formatting_the_text_is_there(text: str, entities: list[dict[str, Any]]) -> None:
    message = Message.de_json(
        {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": text, "entities": entities}, None
    )
    heard = heard_of(message)
    assert heard.plain == text.replace("\x00", " ").strip()


async def test_formatting_and_links_arrive_as_they_were_sent(cvetka: Phone) -> None:
    await begins(cvetka)
    entities = [
        {"type": "bold", "offset": 0, "length": 12},
        {"type": "text_link", "offset": 13, "length": 5, "url": "https://knjiznica.si/?a=1&b=2"},
    ]
    await cvetka.sends(text="Pozdravljeni {ime} & <vsi>", entities=entities)
    await cvetka.taps("Enako za vse", "Brez gumbov", "Vsi", "Naprej")
    letter = cvetka.bot.shown[1]
    assert letter["text"] == (
        '<b>Pozdravljeni</b> <a href="https://knjiznica.si/?a=1&amp;b=2">Cvetka</a> &amp; &lt;vsi&gt;'
    )
    assert letter["link_preview_options"] == {"is_disabled": False}


async def test_a_link_without_a_preview_stays_without(cvetka: Phone) -> None:
    await begins(cvetka)
    await cvetka.sends(text="https://knjiznica.si", link_preview_options={"is_disabled": True})
    await cvetka.taps("Enako za vse", "Brez gumbov", "Vsi", "Naprej")
    assert cvetka.bot.shown[1]["link_preview_options"] == {"is_disabled": True}


async def test_a_picture_where_words_are_asked_for_changes_nothing(cvetka: Phone) -> None:
    await writes(cvetka)
    await cvetka.taps("Čas")
    before = await data(cvetka)
    assert "Tu razumem samo besedilo" in await cvetka.sends(**photo())
    assert await data(cvetka) == before
