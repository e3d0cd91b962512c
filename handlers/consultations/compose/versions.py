"""What the office taps while it prepares a new version of a draft, beside the conversation itself."""

from handlers.consultations import desk_buttons as buttons
from handlers.consultations import desk_outcomes as outcomes
from handlers.consultations import desk_screens
from handlers.consultations.compose import matching_screens
from handlers.consultations.compose.guide import VERSION
from handlers.consultations.compose.steps import Step
from handlers.context import Ask, Tap
from handlers.conversation import again, begin_card, take_up_card
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from storage import drafts
from storage.consultations import books, drafting, revising
from storage.consultations.opening import Revised
from storage.consultations.revising import Change
from storage.consultations.rules import Closed, ConsultationId
from storage.consultations.voting import NoSuch
from storage.consultations.wording.difference import Piece, difference, shortened
from storage.database import Tx
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import Role

STAFF = Role.STAFF


@on_tap(buttons.NewVersion, may=STAFF)
async def new(tap: Tap[buttons.NewVersion]) -> Answer:
    """Ask for a new version; if one waits, ask first what becomes of it."""
    if not tap.button.anew:
        waiting = await tap.db.read(drafts.of_feature, tap.person.id, revising.FEATURE)
        if waiting is not None:
            return outcomes.version_waits(tap.button.consultation_id, tap.say)
    one = await tap.db.read(books.find, tap.button.consultation_id)
    if one is None or not one.runs(tap.now):
        return desk_screens.no_such(tap.say) if one is None else desk_screens.closed(one.id, tap.say)
    return await begin_card(tap, VERSION, Step.DRAFT, {"consultation": one.id, "base": one.version})


@on_tap(buttons.ResumeVersion, may=STAFF)
async def resume(tap: Tap[buttons.ResumeVersion]) -> Answer:
    """Go on with the version that waits."""
    return await take_up_card(tap, VERSION) or desk_screens.no_such(tap.say)


@on_tap(buttons.ShowChange, may=STAFF)
async def show(tap: Tap[buttons.ShowChange]) -> Answer:
    """Show what becomes of a question."""
    found = await tap.db.read(_compared, tap.button.draft_id, tap.button.place)
    if found is None or found[0].person_id != tap.person.id:
        return await _again(tap, Gone() if found is None else NotYours())
    draft, one, pieces = found
    return matching_screens.change(draft, one, tap.button.place, pieces, tap.button.page, tap.say)


def _compared(tx: Tx, draft_id: DraftId, place: int) -> tuple[Draft, Change, tuple[Piece, ...]] | None:
    """Find a draft with one of its changes, and compare the texts word by word."""
    draft = drafts.get(tx, draft_id)
    if draft is None or draft.feature != revising.FEATURE or draft.step != Step.COMPARE:
        return None
    old = books.outline(tx, ConsultationId(draft.data["consultation"]), draft.data["base"])
    changes = revising.changes(old, drafting.texts(draft.data), revising.pairs_of(draft.data))
    if not 0 <= place < len(changes):
        return None
    one = changes[place]
    before, after = one.old.text.whole if one.old else "", one.new.whole if one.new else ""
    return draft, one, shortened(difference(before, after))


@on_tap(buttons.PutVersion, may=STAFF)
async def put(tap: Tap[buttons.PutVersion]) -> Answer:
    """Put the new version to the members; what has changed since is shown again."""
    button = tap.button
    outcome = await tap.db.transact(revising.put, button.draft_id, button.version, tap.person.id, tap.now)
    if isinstance(outcome, Revised):
        return outcomes.revised(outcome, tap.say)
    if isinstance(outcome, NoSuch | Closed):
        return outcomes.overtaken(tap.say)
    return await _again(tap, outcome if isinstance(outcome, NotYours) else Gone())


async def _again(tap: Ask, outcome: NotYours | Gone) -> Answer:
    """Show the draft as it stands, where what was tapped does not fit."""
    if isinstance(outcome, NotYours):
        return refusal(tap)
    return await again(tap, VERSION, desk_screens.no_such(tap.say))


ROUTES = (new, resume, show, put)
