"""The card of an announcement that is being written, as it grows. Pure."""

from collections.abc import Callable, Mapping
from datetime import datetime

from handlers.announcements.compose import audience_screens, choosing, content, schedule_screens, summary, words
from handlers.announcements.compose.facts import Facts
from handlers.announcements.compose.steps import MESSAGES, PARENTS, Step
from handlers.conversation import Pick
from handlers.events.words import label as event_label
from handlers.guiding import back_and_leave, leave, picks, said
from handlers.paging import turning
from handlers.screen import Keys, Screen, in_rows, lines
from handlers.texts import Say
from storage.announcements.rules import EventButton, LinkButton, ReadButton
from storage.drafts import Draft


def show(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Draw the card: what there is so far, what is asked, and the answers on buttons."""
    step = Step(draft.step)
    if step is Step.PREVIEW:
        return summary.card(draft, facts, say, now)
    draw = DRAWN.get(step) or DRAWN[PARENTS[step]]
    return draw(draft, facts, say, now)


def _message(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    step = Step(draft.step)
    pick = picks(draft)
    waits, there = content.waits(draft, step), content.part(draft, step)
    ask = f"compose-ask-{step}-more" if waits else f"compose-ask-{step}"
    ways = [pick(say.label("key-back"), "/back")] if step is Step.EN or draft.data.get("changing") else []
    if there:
        ways.append(pick(say.label("key-keep"), "/next"))
    if step is Step.EN:
        ways.append(pick(say.label("key-same-for-all"), "/skip"))
    elif not there:
        ways.append(pick(say.label("key-only-english"), "/skip"))
    text = lines(say("compose-card"), *so_far(draft, facts, say), "", say(ask))
    return Screen(text, [ways, *leave(say)])


def so_far(draft: Draft, facts: Facts, say: Say) -> list[str | None]:
    """Say what there is of the announcement by now."""
    slovene, english = content.part(draft, Step.SL), content.part(draft, Step.EN)
    passed = Step(draft.step) not in MESSAGES
    below, who = content.buttons(draft), words.audience(choosing.choices(draft), facts, say)
    return [
        say("compose-to", who=who) if who else None,
        say("compose-sl", what=words.message(slovene, say)) if slovene else None,
        say("compose-no-sl") if english and not slovene and passed else None,
        say("compose-en", what=words.message(english, say)) if english else None,
        say("compose-no-en") if slovene and not english and passed else None,
        say("compose-buttons", names=", ".join(words.button(one, facts, say) for one in below)) if below else None,
    ]


def _buttons(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    pick = picks(draft)
    below = content.buttons(draft)
    read = "key-have-read-chosen" if ReadButton() in below else "key-have-read"
    keys: Keys = [
        [pick(say.label(read), "/read"), pick(say.label("key-add-event"), "/event")],
        *(
            [pick(say.label("key-drop-button", name=words.button(one, facts, say)), said("/drop", place))]
            for place, one in enumerate(below)
            if isinstance(one, LinkButton | EventButton)
        ),
        [pick(say.label("key-back"), "/back"), pick(say.label("key-keep" if below else "key-no-buttons"), "/next")],
        *leave(say),
    ]
    return Screen(lines(say("compose-card"), *so_far(draft, facts, say), "", say("compose-ask-buttons")), keys)


def _event(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    pick = picks(draft)
    page = facts.events
    found = page.lines if page else ()
    keys = [[pick(event_label(line.event, say, now), said("/choose", line.event.id))] for line in found]
    turn = [] if page is None else turning(page, lambda to: Pick(draft.id, draft.version, said("/page", to)), say)
    ask = "compose-ask-event" if found else "compose-no-events"
    return Screen(say(ask), [*keys, turn, *back_and_leave(draft, say)])


def _change(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    pick = picks(draft)
    fields = in_rows((pick(say.label(f"key-edit-{one}"), said("/edit", one)) for one in EDITED), 2)
    return Screen(say("guide-ask-change"), [*fields, *back_and_leave(draft, say)])


EDITED = (Step.SL, Step.EN, Step.BUTTONS, Step.AUDIENCE)


Draw = Callable[[Draft, Facts, Say, datetime], Screen]

DRAWN: Mapping[Step, Draw] = {
    Step.SL: _message,
    Step.EN: _message,
    Step.BUTTONS: _buttons,
    Step.EVENT: _event,
    Step.CHANGE: _change,
    Step.AUDIENCE: audience_screens.hub,
    Step.KINDS: audience_screens.kinds,
    Step.LIBRARIES: audience_screens.libraries,
    Step.OFFERED: audience_screens.offered,
    Step.SAVED: audience_screens.saved,
    Step.NAME: audience_screens.name,
    Step.DAY: schedule_screens.day,
    Step.HOUR: schedule_screens.hour,
    Step.EVERY: schedule_screens.every,
    Step.ON: schedule_screens.on,
    Step.AT: schedule_screens.at,
    Step.ENDS: schedule_screens.ends,
    Step.URGENT: summary.urgent,
    Step.LATE: summary.late,
    Step.TEST: summary.test,
}
