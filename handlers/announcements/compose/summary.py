"""The card below the preview: who gets it, when, how; and what is decided beside it. Pure."""

from datetime import datetime

from handlers.announcements import buttons
from handlers.announcements.compose import choosing, content, words
from handlers.announcements.compose.facts import Facts
from handlers.announcements.compose.steps import Step
from handlers.guiding import back_and_leave, leave, picks, said
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.announcements.rules import Late
from storage.drafts import Draft


def card(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Sum it up and offer to send it."""
    data = draft.data
    send_at = datetime.fromisoformat(data["send_at"]) if data.get("send_at") else None
    past = send_at is not None and send_at <= now
    missing = "sl" if content.part(draft, Step.SL) is None else "en"
    lacks = content.part(draft, Step.SL) is None or content.part(draft, Step.EN) is None
    who = words.audience(choosing.choices(draft), facts, say)
    late = Late(data.get("late", Late.SEND))
    text = lines(
        say("compose-ready"),
        words.size(facts.size, say),
        say("audience-who", who=who) if who else None,
        say("compose-when-past") if past else words.when(send_at, words.repeat_in(data), say, now),
        say(f"compose-late-{late}") if send_at and late is not Late.SEND else None,
        say("compose-urgent") if data.get("urgent") else None,
        say("compose-pinned") if data.get("pinned") else None,
        say(f"compose-no-{missing}") if lacks else None,
    )
    return Screen(text, _keys(draft, facts, say, planned=send_at is not None, past=past))


def _keys(draft: Draft, facts: Facts, say: Say, *, planned: bool, past: bool) -> Keys:
    pick, data = picks(draft), draft.data
    urgent = (
        pick(say.label("key-calm"), "/calm")
        if data.get("urgent")
        else pick(say.label("key-urgent"), said("/to", Step.URGENT))
    )
    send = Key(say.label("key-plan" if planned else "key-send"), buttons.SendAnnouncement(draft.id, draft.version, 0))
    late = [pick(say.label("key-late"), said("/to", Step.LATE))] if planned else []
    return [
        [send] if facts.size.messages and not past else [],
        [pick(say.label("key-test"), said("/to", Step.TEST)), pick(say.label("key-when"), said("/to", Step.DAY))],
        [urgent, pick(say.label("key-unpin" if data.get("pinned") else "key-pin"), "/pin")],
        [*late, pick(say.label("key-change"), said("/to", Step.CHANGE)), pick(say.label("key-look"), "/look")],
        *leave(say),
    ]  # fmt: skip


def urgent(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask whether it really is urgent."""
    sure = picks(draft)(say.label("key-really-urgent"), "/urgent")
    return Screen(say("compose-ask-urgent"), [[sure], *back_and_leave(draft, say)])


def late(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask what to do with it should it be late."""
    pick = picks(draft)
    rules = [[pick(say.label(f"key-late-{one}"), said("/late", one))] for one in Late]
    return Screen(say("compose-ask-late"), [*rules, *back_and_leave(draft, say)])


def test(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask to whom of the office a test goes."""
    colleagues = facts.colleagues
    if not colleagues:
        return Screen(say("compose-no-colleagues"), back_and_leave(draft, say))
    everybody = Key(say.label("key-test-all", count=len(colleagues)), buttons.SendTest(draft.id, draft.version, 0))
    each = [[Key(one.first_name, buttons.SendTest(draft.id, draft.version, one.id))] for one in colleagues]
    return Screen(say("compose-ask-test"), [[everybody], *each[:20], *back_and_leave(draft, say)])
