"""Word of a change to all who rely on it, and what the office decides when word of an event has paused itself."""

from collections.abc import Sequence
from datetime import datetime

from handlers.context import Bulk, Push, Tap
from handlers.dates import writing
from handlers.events import buttons, words
from handlers.events import seat_buttons as own
from handlers.home import Office
from handlers.reply import Answer, Call, calls_of
from handlers.routes import on_tap
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.events import materials, news, steering
from storage.events.news import Field, News
from storage.events.steering import Trouble
from storage.people import Role
from storage.sending import Claimed, Moot, Result, trouble_of


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


def trouble(facts: Trouble, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say that word of a change, or of materials, has paused itself, or that all had gone by then, and why."""
    title, fares = words.title(facts.event.details, say), facts.fares
    text = lines(
        say("desk-stopped" if fares.paused else "desk-refused", title=title),
        say("news-about", what=fares.batch.kind),
        say("desk-stopped-why", words=fares.batch.trouble or ""),
        say("news-waiting", count=fares.waiting) if fares.waiting else None,
    )
    return Screen(text, [_decide(facts, say, 0) if fares.paused else [], [_event(facts, say)]])


def _decide(facts: Trouble, say: Say, sure: int) -> list[Key]:
    number = facts.fares.batch.id
    return [Key(say.label("key-news-go-on"), own.SteerNews(number, 1, 1)),
            Key(say.label("key-news-end"), own.SteerNews(number, 0, sure))]  # fmt: skip


def _event(facts: Trouble, say: Say) -> Key:
    return Key(say.label("key-open-event"), buttons.OfficeEvent(facts.event.id, 0))


@on_tap(own.SteerNews, may=Role.STAFF)
async def steer(tap: Tap[own.SteerNews]) -> Answer:
    """Let word of a change go on, or end it once it was asked about."""
    button, say, go_on = tap.button, tap.say, bool(tap.button.go_on)
    if go_on or button.sure:
        done = await tap.db.transact(steering.steer, button.batch_id, tap.person.id, tap.now, go_on=go_on)
        if done is not None:
            said, title = "news-goes-on" if go_on else "news-ended", words.title(done.event.details, say)
            return Screen(say(said, title=title, what=done.fares.batch.kind), [[_event(done, say)]])
    facts = await tap.db.read(steering.trouble, button.batch_id)
    if facts is None or not facts.fares.paused:
        return Screen(say("news-decided"), [[Key(say.label("key-office"), Office())]])
    title = words.title(facts.event.details, say)
    head = say("news-end", title=title, what=facts.fares.batch.kind)
    text = lines(head, say("news-waiting", count=facts.fares.waiting))
    return Screen(text, [_decide(facts, say, 1)])


BULKS = {news.MATTER.kind: Bulk(news.facts, _calls)}
PUSHES = {trouble_of(kind): Push(steering.trouble_facts, trouble) for kind in (news.MATTER.kind, materials.KIND)}
ROUTES = (steer,)
