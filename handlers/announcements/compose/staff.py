"""What the office taps while it writes an announcement, beside the conversation itself."""

from datetime import datetime

from handlers.announcements import buttons
from handlers.announcements.compose import outcomes
from handlers.announcements.compose.outcomes import Before
from handlers.announcements.compose.steps import Step
from handlers.announcements.desk import card
from handlers.context import Ask, Reach, Tap
from handlers.conversation import Guide, again, begin_card, guides_of, hear, take_up_card
from handlers.heard import Heard
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Alert, Screen, lines
from storage import audience, drafts, people
from storage.announcements import actions, drafting, saved, trial
from storage.announcements.drafting import Unfinished
from storage.announcements.rules import Announcement, Choice, kept_choice
from storage.announcements.saved import Saved
from storage.budget import FREE_PER_SECOND, stars
from storage.database import Tx
from storage.drafts import DraftId, Gone, NotYours
from storage.features import AUDIENCES
from storage.people import PersonId, Role

STAFF = Role.STAFF


def _guide(ask: Ask) -> Guide:
    return guides_of(ask.reach)[drafting.FEATURE]


@on_tap(buttons.NewAnnouncement, may=STAFF)
async def new(tap: Tap[buttons.NewAnnouncement]) -> Answer:
    """Write a new announcement; if a draft waits, ask first."""
    if not tap.button.anew:
        waiting = await tap.db.read(drafts.of_feature, tap.person.id, drafting.FEATURE)
        if waiting is not None:
            return outcomes.draft_waits(waiting, buttons.NewAnnouncement(1), tap.say)
    return await begin_card(tap, _guide(tap), Step.SL)


@on_tap(buttons.AnnounceTo, may=STAFF)
async def announce_to(tap: Tap[buttons.AnnounceTo]) -> Answer:
    """Write to those whom a choice means; if a draft waits, ask first."""
    button = tap.button
    kind = next((one for feature in tap.reach.features for one in feature.audiences if one.kind == button.kind), None)
    if kind is None or await tap.db.read(kind.find, button.number) is None:
        return outcomes.nobody_meant(tap.say)
    if not button.anew:
        waiting = await tap.db.read(drafts.of_feature, tap.person.id, drafting.FEATURE)
        if waiting is not None:
            return outcomes.draft_waits(waiting, buttons.AnnounceTo(button.kind, button.number, 1), tap.say)
    chosen = kept_choice(Choice(kind.kind, {kind.argument: button.number}, minus=False))
    return await begin_card(tap, _guide(tap), Step.SL, {"audience": [chosen]})


@on_tap(buttons.ResumeAnnouncement, may=STAFF)
async def resume(tap: Tap[buttons.ResumeAnnouncement]) -> Answer:
    """Go on with the draft that waits."""
    return await take_up_card(tap, _guide(tap)) or await begin_card(tap, _guide(tap), Step.SL)


@on_tap(buttons.SendAnnouncement, may=STAFF)
async def send(tap: Tap[buttons.SendAnnouncement]) -> Answer:
    """Send it, plan it, or put it before a colleague; what has changed since is shown again.

    What is not plain from the card is asked first: that it costs, that somebody approves it, that its hour is over.
    """
    button, approval = tap.button, tap.reach.approval
    if not button.sure:
        asked = await tap.db.read(_before, tap.reach, button.draft_id, tap.person.id, tap.now)
        if asked != Before():
            return outcomes.ask(button, asked, tap.say)
    outcome = await tap.db.transact(
        actions.submit, AUDIENCES, button.draft_id, button.version, tap.person.id, tap.now, approval=approval
    )
    return await card(tap, outcome.id) if isinstance(outcome, Announcement) else await _again(tap, outcome)


def _before(tx: Tx, reach: Reach, draft_id: DraftId, by: PersonId, now: datetime) -> Before:
    draft = drafts.get(tx, draft_id)
    wanted = drafting.wanted(draft.data) if draft else Unfinished()
    if isinstance(wanted, Unfinished):
        return Before()
    chosen = wanted.audience
    costs = None
    if reach.per_second > FREE_PER_SECOND:
        size = audience.size(tx, audience.recipients(AUDIENCES, chosen), audience.groups_of(chosen))
        costs = stars(size.messages, reach.per_second)
    others = [one for one in people.with_role(tx, Role.STAFF) if one.id != by]
    past = wanted.send_at is not None and wanted.send_at <= now
    return Before(costs, len(others) if reach.approval else None, past=past)


@on_tap(buttons.SendTest, may=STAFF)
async def test(tap: Tap[buttons.SendTest]) -> Answer:
    """Send a test to one of the office, or to all others."""
    button = tap.button
    to = PersonId(button.person_id) if button.person_id else None
    outcome = await tap.db.transact(trial.send, button.draft_id, button.version, tap.person, to, tap.now)
    return (
        Alert(tap.say.label("compose-tested", count=outcome))
        if isinstance(outcome, int)
        else await _again(tap, outcome)
    )


@on_tap(buttons.SaveAudience, may=STAFF)
async def save(tap: Tap[buttons.SaveAudience]) -> Answer:
    """Keep the choices under the name that was typed."""
    button = tap.button
    outcome = await tap.db.transact(saved.save, button.draft_id, button.version, tap.person.id, tap.now)
    if not isinstance(outcome, Saved):
        return await _again(tap, outcome)
    back = Heard(said="/back")
    await tap.db.transact(hear, guides_of(tap.reach), tap.arrival, button.draft_id, button.version, back)
    return await _at_audience(tap, "audience-saved", outcome.name)


@on_tap(buttons.ForgetAudience, may=STAFF)
async def forget(tap: Tap[buttons.ForgetAudience]) -> Answer:
    """Delete an audience with a name, once it was asked about."""
    known = {one.id: one for one in await tap.db.read(saved.everything)}
    one = known.get(tap.button.audience_id)
    if one is not None and not tap.button.sure:
        return outcomes.ask_forget(one, tap.say)
    await tap.db.transact(saved.forget, tap.button.audience_id, tap.person.id, tap.now)
    return await _at_audience(tap, "audience-forgotten", one.name if one else "")


async def _at_audience(tap: Ask, key: str, name: str) -> Answer:
    drawn = await take_up_card(tap, _guide(tap))
    if drawn is None:
        return outcomes.gone(tap.say)
    return Screen(lines(drawn.text, "", tap.say(key, name=name)), drawn.keys)


async def _again(tap: Ask, outcome: Unfinished | NotYours | Gone) -> Answer:
    """Show the draft as it stands, where what was tapped does not fit."""
    if isinstance(outcome, NotYours):
        return refusal(tap)
    if isinstance(outcome, Gone):
        return await again(tap, _guide(tap), outcomes.gone(tap.say))
    return await take_up_card(tap, _guide(tap)) or outcomes.gone(tap.say)


ROUTES = (new, announce_to, resume, send, test, save, forget)
