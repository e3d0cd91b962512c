"""What the office does with feeds and with what they suggest."""

from handlers.calls.compose.staff import begin_filled
from handlers.calls.feeds import buttons, guide, screens
from handlers.calls.feeds import suggestion_screens as suggestions
from handlers.context import Ask, Tap
from handlers.conversation import begin_card, take_up_card
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen
from storage import drafts
from storage.calls import drafting
from storage.calls.feeds import actions, reading
from storage.calls.feeds.rules import EntryId, FeedId, State
from storage.calls.publishing import NotYet
from storage.drafts import Gone, NotYours
from storage.people import Role

STAFF = Role.STAFF


@on_tap(buttons.Feeds, may=STAFF)
async def feeds(tap: Tap[buttons.Feeds]) -> Answer:
    """All feeds, a page of them."""
    return screens.listed(await tap.db.read(reading.listed), tap.button.page, tap.say)


@on_tap(buttons.OpenFeed, may=STAFF)
async def feed(tap: Tap[buttons.OpenFeed]) -> Answer:
    """A feed's card."""
    line = await tap.db.read(reading.line, tap.button.feed_id)
    return screens.no_such(tap.say) if line is None else screens.card(line, tap.say, tap.now)


@on_tap(buttons.LookNow, may=STAFF)
async def look_now(tap: Tap[buttons.LookNow]) -> Answer:
    """Have a feed looked at."""
    return screens.looking(await tap.db.transact(actions.look_now, tap.button.feed_id, tap.now), tap.say)


@on_tap(buttons.RemoveFeed, may=STAFF)
async def remove(tap: Tap[buttons.RemoveFeed]) -> Answer:
    """Look at a feed no more, once it was asked about."""
    number = tap.button.feed_id
    if not tap.button.sure:
        line = await tap.db.read(reading.line, number)
        return screens.no_such(tap.say) if line is None else screens.ask_remove(line, tap.say)
    return screens.removed(await tap.db.transact(actions.remove, number, tap.person.id, tap.now), tap.say)


@on_tap(buttons.NewFeed, may=STAFF)
async def new(tap: Tap[buttons.NewFeed]) -> Answer:
    """Ask for the address of a feed, or go on where that was left."""
    return await take_up_card(tap, guide.GUIDE) or await begin_card(tap, guide.GUIDE, guide.ADDRESS)


@on_tap(buttons.AddFeed, may=STAFF)
async def add(tap: Tap[buttons.AddFeed]) -> Answer:
    """Look at the feed of a conversation from now on."""
    asked = tap.button.draft_id, tap.button.version, tap.person.id, tap.now
    match await tap.db.transact(actions.add_draft, *asked):
        case NotYours():
            return refusal(tap)
        case Gone():
            return screens.draft_gone(tap.say)
        case outcome:
            return screens.added(outcome, tap.say)


@on_tap(buttons.Suggestions, may=STAFF)
async def waiting(tap: Tap[buttons.Suggestions]) -> Answer:
    """What waits of a feed, or of all."""
    return suggestions.listed(await _page(tap, tap.button.feed_id, tap.button.page), tap.say)


@on_tap(buttons.OpenSuggestion, may=STAFF)
async def suggestion(tap: Tap[buttons.OpenSuggestion]) -> Answer:
    """A suggestion's card."""
    return suggestions.card(await tap.db.read(reading.suggestion, tap.button.entry_id, tap.now), tap.say, tap.now)


@on_tap(buttons.PublishSuggestion, may=STAFF)
async def publish(tap: Tap[buttons.PublishSuggestion]) -> Answer:
    """Put a suggestion before the members."""
    entry = tap.button.entry_id
    return await _decided(
        tap, entry, await tap.db.transact(actions.publish, entry, tap.button.number, tap.person.id, tap.now)
    )


@on_tap(buttons.DismissSuggestion, may=STAFF)
async def dismiss(tap: Tap[buttons.DismissSuggestion]) -> Answer:
    """Make nothing of a suggestion."""
    entry = tap.button.entry_id
    return await _decided(tap, entry, await tap.db.transact(actions.dismiss, entry, tap.person.id, tap.now))


@on_tap(buttons.RestoreSuggestion, may=STAFF)
async def restore(tap: Tap[buttons.RestoreSuggestion]) -> Answer:
    """Take the dismissal of a suggestion back."""
    await tap.db.transact(actions.restore, tap.button.entry_id, tap.person.id, tap.now)
    return suggestions.card(await tap.db.read(reading.suggestion, tap.button.entry_id, tap.now), tap.say, tap.now)


@on_tap(buttons.DismissAll, may=STAFF)
async def dismiss_all(tap: Tap[buttons.DismissAll]) -> Answer:
    """Make nothing of all that a feed suggests, once it was asked about."""
    number = tap.button.feed_id
    if not tap.button.sure:
        page = await _page(tap, number, 0)
        return screens.no_such(tap.say) if page is None else suggestions.ask_dismiss_all(page, tap.say)
    outcome = await tap.db.transact(actions.dismiss_all, number, tap.button.last, tap.person.id, tap.now)
    return suggestions.listed(await _page(tap, number, 0), tap.say, suggestions.outcome(outcome, tap.say, tap.now))


@on_tap(buttons.AcceptChange, may=STAFF)
async def accept(tap: Tap[buttons.AcceptChange]) -> Answer:
    """Take a change over into the published call."""
    entry = tap.button.entry_id
    return await _decided(
        tap, entry, await tap.db.transact(actions.accept, entry, tap.button.number, tap.person.id, tap.now)
    )


@on_tap(buttons.IgnoreChange, may=STAFF)
async def ignore(tap: Tap[buttons.IgnoreChange]) -> Answer:
    """Leave the published call as it is."""
    entry = tap.button.entry_id
    return await _decided(
        tap, entry, await tap.db.transact(actions.ignore, entry, tap.button.number, tap.person.id, tap.now)
    )


@on_tap(buttons.EditSuggestion, may=STAFF)
async def edit(tap: Tap[buttons.EditSuggestion]) -> Answer:
    """Write a call from a suggestion; if another is being written, ask what to do with it."""
    entry = tap.button.entry_id
    found = await tap.db.read(reading.suggestion, entry, tap.now)
    if found is None or found.entry.state is not State.NEW:
        return suggestions.card(found, tap.say, tap.now)
    waits = await tap.db.read(drafts.of_feature, tap.person.id, drafting.FEATURE)
    if waits is not None and not tap.button.anew:
        return suggestions.ask_anew(entry, tap.say)
    data = drafting.of_suggestion(found.content, entry)
    return await begin_filled(tap, data)


async def _page(ask: Ask, feed_id: FeedId, page: int) -> reading.Listed | None:
    return await ask.db.read(reading.suggestions, None if feed_id == buttons.ALL else feed_id, page)


async def _decided(tap: Ask, entry_id: EntryId, outcome: suggestions.Decided) -> Screen:
    """Say what became of a decision above what still waits; show the card anew where it was not decided."""
    said = suggestions.outcome(outcome, tap.say, tap.now)
    found = await tap.db.read(reading.suggestion, entry_id, tap.now)
    if found is None or isinstance(outcome, actions.Settled | NotYet):
        return suggestions.card(found, tap.say, tap.now, said)
    page = await _page(tap, found.feed.id, 0)
    return suggestions.listed(page, tap.say, said, suggestions.onward(outcome, entry_id, tap.say))


ROUTES = (
    feeds, feed, look_now, remove, new, add, waiting, suggestion, publish, edit, dismiss, restore, dismiss_all, accept,
    ignore,
)  # fmt: skip
