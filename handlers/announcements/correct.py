"""The conversation in which the office puts the text of an announcement right."""

import dataclasses
from collections.abc import Sequence
from datetime import datetime

from handlers.announcements import buttons, correct_screens, desk_screens
from handlers.announcements.compose import content, outcomes, preview
from handlers.announcements.correct_screens import CHOOSE, PREVIEW, Facts
from handlers.announcements.desk import LATE, card
from handlers.context import Tap
from handlers.conversation import Guide, Misread, again, begin_card, take_up_card
from handlers.heard import Heard
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen, Shown
from handlers.texts import Say
from storage import drafts, outbox
from storage.announcements import correcting, tables
from storage.announcements.actions import NoSuch
from storage.announcements.correcting import Approved
from storage.announcements.rules import Announcement, State, kept_part
from storage.batches import BatchId
from storage.database import Tx
from storage.drafts import Draft, Gone, NotYours
from storage.outbox import State as Delivery
from storage.people import Person, Role

STAFF = Role.STAFF
ASKED = "/language"
NOW = {"": "correct-now", "sl": "correct-now-sl", "en": "correct-now-en"}


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    one = tables.get(tx, correcting.about(draft))
    if one is None:
        return Facts(None, 0)
    delivered = outbox.counts(tx, BatchId(one.batch_id)).get(Delivery.SENT, 0) if one.batch_id else 0
    return Facts(one, delivered)


def _takes(draft: Draft, heard: Heard, facts: Facts, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides take
    if facts.one is None:
        return Misread("announcement-gone")
    there = correct_screens.parts(facts.one.content)
    word, _, argument = (heard.said or "").partition(" ")
    if word == ASKED and argument in there:
        return draft.at(argument)
    if word == "/back":
        return draft.at(PREVIEW if correct_screens.changed(draft) else CHOOSE)
    before = there.get(draft.step)
    if heard.said is not None or before is None:
        return Misread("guide-choose")
    if heard.media is not None or heard.other is not None:
        return Misread("correct-text-only")
    whole = dataclasses.replace(before, html=heard.html, plain=heard.plain, preview=heard.preview)
    refused = content.refused(whole)
    if refused is not None and before.media:
        return dataclasses.replace(refused, key="correct-too-long")
    return refused or draft.at(PREVIEW, **{draft.step: kept_part(whole)})


def _ahead(draft: Draft, facts: Facts, say: Say, person: Person) -> Sequence[Shown]:
    if draft.step != PREVIEW or facts.one is None:
        return ()
    said = correcting.corrected(facts.one, draft.data)
    return preview.in_languages(said, facts.one.buttons, person, say)


GUIDE = Guide(correcting.FEATURE, STAFF, None, correct_screens.show, _load, takes=_takes, ahead=_ahead)


@on_tap(buttons.CorrectAnnouncement, may=STAFF)
async def correct(tap: Tap[buttons.CorrectAnnouncement]) -> Answer:
    """Put an announcement right: go on where it was left, or begin with the text as it is."""
    number, begun = tap.button.announcement_id, await tap.db.read(drafts.of_feature, tap.person.id, correcting.FEATURE)
    one = await tap.db.read(tables.get, number)
    if one is None or one.state not in correct_screens.OPEN:
        return await card(tap, number, LATE)
    if tap.reach.approval and one.state is not State.SENT:
        return await card(tap, number, "correct-approved")
    if begun is not None and correcting.about(begun) == number:
        return await take_up_card(tap, GUIDE) or outcomes.gone(tap.say)
    if begun is not None and correct_screens.changed(begun) and not tap.button.anew:
        return correct_screens.another(await tap.db.read(tables.get, correcting.about(begun)), one, tap.say)
    there = correct_screens.parts(one.content)
    step = CHOOSE if len(there) > 1 else next(iter(there))
    asked = await begin_card(tap, GUIDE, step, {"announcement": number})
    return [*preview.in_languages(one.content, one.buttons, tap.person, tap.say, NOW), asked]


@on_tap(buttons.SendCorrection, may=STAFF)
async def send(tap: Tap[buttons.SendCorrection]) -> Answer:
    """Put right what was delivered; what has changed since is shown again."""
    button, approval = tap.button, tap.reach.approval
    outcome = await tap.db.transact(
        correcting.submit, button.draft_id, button.version, tap.person.id, tap.now, approval=approval
    )
    match outcome:
        case Announcement():
            return await card(tap, outcome.id, None if outcome.state is State.SENT else "correct-done")
        case NotYours():
            return refusal(tap)
        case Approved():
            return Screen(tap.say("correct-approved"))
        case NoSuch():
            return desk_screens.no_such(tap.say)
        case Gone():
            return await again(tap, GUIDE, outcomes.gone(tap.say))


ROUTES = (correct, send)
