"""What the office sees of what feeds suggest. Pure: facts in, card out."""

from collections.abc import Sequence
from datetime import datetime

from handlers.calls.compose import preview
from handlers.calls.desk_buttons import OfficeCall
from handlers.calls.feeds import buttons, screens, words
from handlers.paging import page_line, turning
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.calls.feeds.actions import Dismissed, Ignored, NoSuch, Settled
from storage.calls.feeds.reading import Listed, Suggestion
from storage.calls.feeds.rules import EntryId, State
from storage.calls.publishing import Amended, NotYet, Over, Published, Unchanged


def listed(found: Listed | None, say: Say, said: str | None = None, onward: Sequence[Key] = ()) -> Screen:
    """List what waits, below what was just `said` and the ways `onward` from there."""
    if found is None:
        return screens.no_such(say)
    number = found.feed.id if found.feed else buttons.ALL
    head = say("suggestions-of", title=found.feed.title) if found.feed else say("suggestions-card")
    text = lines(
        *((said, "") if said else ()),
        head,
        say("feeds-waiting", count=found.page.total) if found.page.total else say("suggestions-none"),
        say("suggestions-marks") if any(entry.state is State.CHANGED for entry in found.page.lines) else None,
        page_line(found.page, say),
    )
    back = Key(say.label("key-back"), buttons.OpenFeed(found.feed.id) if found.feed else buttons.Feeds(0))
    away = [Key(say.label("key-dismiss-all"), buttons.DismissAll(number, found.last or EntryId(0), 0))]
    return Screen(text, [
        onward,
        *([Key(words.key_of(entry, say), buttons.OpenSuggestion(entry.id))] for entry in found.page.lines),
        turning(found.page, lambda to: buttons.Suggestions(number, to), say),
        [*(away if found.feed and found.page.total > 1 else []), back],
    ])  # fmt: skip


def card(one: Suggestion | None, say: Say, now: datetime, said: str | None = None) -> Screen:
    """Show an entry: what would be published, or what has changed; or that it is decided on."""
    if one is None:
        return no_such(say)
    head = (said, "") if said else ()
    back = [Key(say.label("key-back"), buttons.Suggestions(one.feed.id, 0))]
    source = say("suggestion-from", title=one.feed.title)
    if one.entry.state is State.NEW:
        described = words.summary(one.content.details, say)
        summary = ("", described) if described else ()
        told = preview.published_means(one.content, one.told, say, now)
        text = lines(*head, *words.face(one.content, say, now), source, *summary, "", *told)
        return Screen(text, [*_decide(one, say), back])
    if one.entry.state is State.CHANGED and one.change is not None and one.call is not None:
        title = say("call-title", title=one.call.details.title(say.language))
        source = say("change-in-feed", title=one.feed.title)
        means = preview.changed_means(one.expected, say)
        text = lines(*head, title, source, "", *words.changes(one, say, now), "", means)
        number = one.entry.id, one.entry.number
        keys = [Key(say.label("key-accept-change"), buttons.AcceptChange(*number)),
                Key(say.label("key-ignore-change"), buttons.IgnoreChange(*number))]  # fmt: skip
        return Screen(text, [keys, back])
    return Screen(lines(*head, say("suggestion-settled", title=one.entry.seen.details.title(say.language))), [back])


def _decide(one: Suggestion, say: Say) -> Keys:
    entry = one.entry
    return [
        [Key(say.label("key-publish"), buttons.PublishSuggestion(entry.id, entry.number)),
         Key(say.label("key-edit-call"), buttons.EditSuggestion(entry.id, 0))],
        [Key(say.label("key-dismiss"), buttons.DismissSuggestion(entry.id))],
    ]  # fmt: skip


def no_such(say: Say) -> Screen:
    """Say that there is no such suggestion."""
    return Screen(say("suggestion-no-such"), [[Key(say.label("key-back"), buttons.Suggestions(buttons.ALL, 0))]])


def ask_anew(entry_id: EntryId, say: Say) -> Screen:
    """Say that another call is being written, and ask what to do with it."""
    return Screen(say("suggestion-draft-waits"), [[
        Key(say.label("key-anew"), buttons.EditSuggestion(entry_id, 1)),
        Key(say.label("key-back"), buttons.OpenSuggestion(entry_id)),
    ]])  # fmt: skip


def ask_dismiss_all(found: Listed, say: Say) -> Screen:
    """Ask whether all that a feed suggests is to be dismissed."""
    if found.feed is None or found.last is None:
        return listed(found, say)
    text = lines(say("suggestions-ask-dismiss", title=found.feed.title), say("suggestions-dismiss-for-good"))
    return Screen(text, [[
        Key(say.label("key-dismiss-all"), buttons.DismissAll(found.feed.id, found.last, 1)),
        Key(say.label("key-back"), buttons.Suggestions(found.feed.id, 0)),
    ]])  # fmt: skip


Decided = Published | Amended | Unchanged | Dismissed | Ignored | NotYet | Over | NoSuch | Settled


def onward(of: Decided, entry_id: EntryId, say: Say) -> list[Key]:
    """Give the ways on from a decision: to the call, or back."""
    match of:
        case Published(call) | Amended(call) | Unchanged(call) | Over(call):
            return [Key(say.label("key-to-call"), OfficeCall(call.id))]
        case Dismissed():
            return [Key(say.label("key-undo"), buttons.RestoreSuggestion(entry_id))]
        case _:
            return []


def outcome(of: Decided, say: Say, now: datetime) -> str:
    """Say what became of a decision."""
    match of:
        case Published(call, told, later):
            published = say("suggestion-published", title=call.details.title(say.language))
            return lines(published, *preview.published_means(call.content, (told, later), say, now))
        case Amended(call, difference):
            accepted = say("change-accepted", title=call.details.title(say.language))
            return lines(accepted, preview.telling(difference, say))
        case Unchanged(call):
            return say("change-in-call-already", title=call.details.title(say.language))
        case Dismissed(count):
            return say("suggestions-dismissed", count=count)
        case Ignored():
            return say("change-ignored")
        case NotYet():
            return say("suggestion-not-yet")
        case Over(call):
            return say("change-of-closed", title=call.details.title(say.language))
        case NoSuch() | Settled():
            return say("suggestion-decided-before")
