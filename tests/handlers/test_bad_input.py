"""Whatever comes is answered: in the person's language, with what to do, and nothing that was said is lost."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers import buttons as all_buttons
from handlers.buttons import LIMIT, Button
from handlers.conversation import Pick
from handlers.events.guide_screens import _question
from handlers.events.steps import Step
from handlers.membership import buttons as membership
from handlers.texts import LANGUAGES
from tests.handlers.phone import TEXTS, Phone
from tests.handlers.world import ASKERS, World, draft_of, put_at
from tests.handlers.worlds import postgresql_url, sqlite_url, world

__all__ = ["postgresql_url", "sqlite_url", "world"]

BUTTONS = [one for one in all_buttons._KNOWN.values() if one.__module__.startswith("handlers.")]
TAGS = sorted(one.tag for one in BUTTONS)

HOSTILE = [
    "", "0", "1", "-1", "9" * 18, str(2**63 - 1), str(-(2**63) + 1), str(2**63), "1_0", " 1", "١", "1e9", "nan",
    "admin", "staff", "librarian", "king", "sl", "en", "xx", "odprto", "\x00", "\x7f", "\ud800", "🏛", "<b>", "' OR 1=1",
    "/stay", "/back", "/skip", "/next", "/change", "/edit hour", "/edit preview", "/month 2027-99", "/month 0000-00",
    "/month", "/before 99", "/language de", "https://a.si/\x00", "2027-05-12", "31. 2. 2027", "٣", "Ⅻ",
]  # fmt: skip

CONTENTS: dict[str, dict[str, Any]] = {
    "photo": {"photo": [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}]},
    "photo with a caption": {
        "photo": [{"file_id": "a", "file_unique_id": "a", "width": 1, "height": 1}], "caption": "Delavnica",
    },
    "sticker": {"sticker": {"file_id": "a", "file_unique_id": "a", "type": "regular", "width": 1, "height": 1,
                            "is_animated": False, "is_video": False}},
    "file": {"document": {"file_id": "a", "file_unique_id": "a", "file_name": "vabilo.pdf"}},
    "voice": {"voice": {"file_id": "a", "file_unique_id": "a", "duration": 1}},
    "place": {"location": {"latitude": 46.05, "longitude": 14.5}},
}  # fmt: skip


@pytest.fixture
async def cvetka(world: World) -> Phone:
    """Somebody from the office."""
    return world.phone("staff")


@given(button=st.sampled_from(BUTTONS), data=st.text(max_size=80))
def test_no_data_is_too_hostile_to_be_read(button: type[Button], data: str) -> None:
    assert all(one.unpack(data) is None for one in BUTTONS if not data.startswith(one.tag))
    button.unpack(f"{button.tag}:{data}")


@given(button=st.sampled_from(BUTTONS), parts=st.lists(st.sampled_from(HOSTILE), max_size=5))
def test_what_is_read_can_be_packed_again(button: type[Button], parts: list[str]) -> None:
    data = ":".join([button.tag, *parts])
    read = button.unpack(data)
    if read is not None and "\ud800" not in data and len(data.encode()) <= LIMIT:
        assert button.unpack(read.pack()) == read


@settings(max_examples=75, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asker=st.sampled_from(sorted(ASKERS)),
    step=st.sampled_from(Step),
    taps=st.lists(
        st.builds(
            lambda tag, parts: ":".join([tag, *parts]),
            st.sampled_from([*TAGS, "", "zz"]),
            st.lists(st.sampled_from(HOSTILE) | st.text(max_size=9), max_size=4),
        )
        | st.text(max_size=64),
        min_size=1, max_size=6,
    ),
)  # fmt: skip
async def test_every_tap_is_answered_whatever_it_says(world: World, asker: str, step: Step, taps: list[str]) -> None:
    await world.restore()
    phone = world.phone(asker)
    if ASKERS[asker][1]:
        await put_at(world, phone, step)
    for data in taps:
        await phone.forges(data)
        assert phone.bot.shown or phone.bot.alerts, data


@settings(max_examples=75, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    step=st.sampled_from(Step),
    said=st.lists(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=40), min_size=1, max_size=5),
)
async def test_whatever_a_button_says_in_a_conversation_is_answered(
    world: World, cvetka: Phone, step: Step, said: list[str]
) -> None:
    await world.restore()
    await put_at(world, cvetka, step)
    for one in said:
        now = await draft_of(cvetka)
        await cvetka.forges(f"{Pick.tag}:{now.id}:{now.version}:{one}")
        assert cvetka.bot.shown, one


@pytest.mark.parametrize("said", ["\x00", "12. 5. \x00\u202e"])
async def test_what_cannot_be_shown_is_not_repeated(world: World, cvetka: Phone, said: str) -> None:
    now = await put_at(world, cvetka, Step.DAY)
    assert "ne razumem" in await cvetka.forges(f"{Pick.tag}:{now.id}:{now.version}:{said}")
    assert not {char for char in said if not char.isprintable()} & set(cvetka.reads)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("content", CONTENTS)
async def test_what_is_no_text_is_answered_in_each_conversation_and_nothing_is_lost(
    world: World, cvetka: Phone, content: str, language: str
) -> None:
    say = TEXTS.say(language)
    await cvetka.forges(membership.Speak(language).pack())
    for step in Step:
        before = await put_at(world, cvetka, step)
        seen = await cvetka.sends(**CONTENTS[content])
        refusal = f"\n\n{say('conversation-text-only')}"
        assert seen.endswith(refusal), step
        if step is not Step.PREVIEW:
            assert seen.removesuffix(refusal).endswith(say(_question(before, step)))
        assert await draft_of(cvetka) == before
    await cvetka.forges(membership.Find().pack())
    seen = await cvetka.sends(**CONTENTS[content])
    assert seen == f"{say('find-ask')}\n\n{say('conversation-text-only')}"


async def test_a_conversation_that_was_left_goes_on_where_it_was(world: World, cvetka: Phone) -> None:
    say = TEXTS.say("sl")
    await cvetka.forges(membership.Find().pack())
    asked = cvetka.sees
    await cvetka.says("/preklic")
    assert cvetka.sees == say("conversation-left")
    left = cvetka.keys[say.label("key-take-up")]
    await cvetka.says("Krško")
    assert cvetka.sees.startswith(say("not-understood"))
    assert await cvetka.forges(left) == asked
    await cvetka.says("Krško")
    assert cvetka.sees.startswith(say("find-found", text="Krško"))
    await cvetka.forges(membership.Find().pack())
    assert await cvetka.forges(left) == say("conversation-gone")


@pytest.mark.parametrize("content", CONTENTS)
async def test_what_is_no_text_is_answered_outside_of_conversations(world: World, content: str) -> None:
    librarian, stranger = world.phone("librarian"), world.phone("stranger")
    await librarian.says("/preklic")
    assert (await librarian.sends(**CONTENTS[content])).startswith(TEXTS.say("sl")("not-understood"))
    assert await stranger.sends(**CONTENTS[content]) == TEXTS.say("sl")("stranger")


async def test_a_link_holds_nothing_that_cannot_be_shown(world: World, cvetka: Phone) -> None:
    now = await put_at(world, cvetka, Step.LINK)
    await cvetka.forges(f"{Pick.tag}:{now.id}:{now.version}:https://a.si/\x00")
    assert (await draft_of(cvetka)).data == now.data
    assert TEXTS.say("sl")("guide-misread-link", said="https://a.si/") in cvetka.sees


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_button_of_an_older_version_shows_the_card_as_it_stands(
    world: World, cvetka: Phone, language: str
) -> None:
    say = TEXTS.say(language)
    await cvetka.forges(membership.Speak(language).pack())
    now = await put_at(world, cvetka, Step.TITLE_SL)
    for version in (now.version - 1, now.version + 1):
        seen = await cvetka.forges(Pick(now.id, version, "/skip").pack())
        assert seen.startswith(say("button-stale"))
        assert seen.endswith(say("guide-ask-title-sl"))
    for unknown in ("zz", "zz:1", "er", "er:", "er:1:2", "eo:1", "p:1"):
        assert (await cvetka.forges(unknown)).startswith(say("button-stale"))
        assert say.label("key-office") in cvetka.keys
    assert await draft_of(cvetka) == now


async def test_an_edited_message_changes_nothing(world: World, cvetka: Phone) -> None:
    before = await put_at(world, cvetka, Step.TITLE_SL)
    for text in ("Drugače", "/preklic", "/start i_odprto"):
        await cvetka.sends("edited_message", text=text, edit_date=1)
        assert not cvetka.bot.shown
    assert await draft_of(cvetka) == before


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
@pytest.mark.parametrize("update", ["message", "edited_message", "channel_post", "callback_query", "my_chat_member"])
async def test_nothing_is_answered_in_a_group_or_a_channel(world: World, cvetka: Phone, kind: str, update: str) -> None:
    message = {"message_id": 1, "date": 1, "chat": {"id": -100, "type": kind, "title": "Klepet"}, "text": "/urad"}
    member = {"user": cvetka.user, "status": "left"}
    contents: dict[str, dict[str, Any]] = {
        "callback_query": {"id": "1", "from": cvetka.user, "chat_instance": "1", "message": message, "data": "o"},
        "my_chat_member": {**message, "from": cvetka.user, "old_chat_member": member, "new_chat_member": member},
        "channel_post": message,
    }
    await cvetka._update({update: contents.get(update, {**message, "from": cvetka.user})})
    assert not cvetka.bot.shown
    assert not cvetka.bot.alerts


@pytest.mark.parametrize("text", ["x" * 4096, "🏛" * 2048, "<" * 4096, "&" * 4096, "/" + "x" * 4095, "\n" * 4095 + "x"])
async def test_the_longest_message_is_answered(world: World, cvetka: Phone, text: str) -> None:
    for step in Step:
        before = await put_at(world, cvetka, step)
        await cvetka.says(text)
        assert cvetka.bot.shown, step
        now = await draft_of(cvetka)
        assert now == before or set(now.data) >= set(before.data) - {"changing"}
    await cvetka.forges(membership.Find().pack())
    await cvetka.says(text)
    assert cvetka.bot.shown
    await cvetka.says("/preklic")
    for command in ("/start ", "/start i_", "/start e_", "/events ", "/neznano "):
        await cvetka.says((command + text)[:4096])
        assert cvetka.bot.shown, command
