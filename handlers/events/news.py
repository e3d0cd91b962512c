"""Word of a change to all who rely on it. Pure, but for what is loaded."""

from collections.abc import Sequence

from handlers.context import Bulk
from handlers.dates import writing
from handlers.events import buttons, words
from handlers.events import seat_buttons as own
from handlers.reply import Call, calls_of
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.events import news
from storage.events.news import Field, News
from storage.sending import Claimed, Moot, Result


def changed(facts: News, say: Say) -> Screen:
    """Say what is another, and what it was."""
    event = facts.event
    text = lines(
        say("changed", title=words.title(event.details, say)),
        *(line for field in facts.fields for line in _field(field, facts, say)),
        say("reminder-cannot" if facts.seated else "changed-no-more"),
    )
    leave = Key(say.label("key-unregister"), buttons.Unregister(event.id, 0))
    file = [Key(say.label("key-event-calendar"), own.ToCalendar(event.id))] if facts.seated else []
    return Screen(text, [[leave, *file], [Key(say.label("key-open-event"), buttons.OpenEvent(event.id, 0, 0))]])


def _field(field: Field, facts: News, say: Say) -> Sequence[Markup]:
    details, before = facts.event.details, facts.before
    match field:
        case Field.TIME:
            return [
                say("changed-time", when=writing.span(details.starts_at, details.ends_at, say.language)),
                say("changed-before", was=writing.span(before.starts_at, before.ends_at, say.language)),
            ]
        case Field.PLACE:
            online = say.label("event-online")
            return [
                say("changed-place", where=writing.capitalised(details.place or online)),
                say("changed-before", was=before.place or online),
            ]
        case Field.LINK:
            return [say("changed-link" if details.link else "changed-no-link")]


def _calls(facts: News | None, claimed: Claimed, say: Say) -> Sequence[Call] | Result:
    return Moot() if facts is None else calls_of(claimed.to.telegram_id, changed(facts, say))


BULKS = {news.MATTER.kind: Bulk(news.facts, _calls)}
