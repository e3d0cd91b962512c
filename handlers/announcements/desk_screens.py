"""What the office sees of announcements. Pure: facts in, card out."""

from collections.abc import Sequence
from datetime import datetime

from handlers.announcements import buttons, desk_words
from handlers.buttons import Button
from handlers.dates import writing
from handlers.home import Office
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Say
from storage.announcements.desk import Facts, Going, Page
from storage.announcements.rules import AnnouncementId
from storage.announcements.steering import How
from storage.batches import Progress


def no_such(say: Say) -> Screen:
    """Say that there is no such announcement."""
    return Screen(say("announcement-gone"), [[Key(say.label("key-back"), buttons.OfficeAnnouncements(0))]])


def listed(page: Page, say: Say) -> Screen:
    """List all announcements, the newest first."""
    keys = [
        [
            Key(
                say.label(
                    "key-announcement",
                    mark=say.label(f"desk-mark-{desk_words.status(line.one.state, line.progress)}"),
                    title=desk_words.title(line.one, say),
                ),
                buttons.OfficeAnnouncement(line.one.id),
            )
        ]
        for line in page.lines
    ]
    text = lines(
        say("desk-card"),
        say("desk-count", count=page.total) if page.total else say("desk-none"),
        say("desk-legend") if page.total else None,
        say("events-page", page=page.number + 1, pages=page.pages) if page.pages > 1 else None,
    )
    turn = turning(page.number, page.pages, buttons.OfficeAnnouncements, say)
    return Screen(text, [*keys, turn, [Key(say.label("key-back"), Office())]])


def turning(number: int, pages: int, to: type[buttons.OfficeAnnouncements], say: Say) -> list[Key]:
    """Give the buttons to the pages before and behind."""
    keys = [Key(say.label("key-previous-page"), to(number - 1))] if number > 0 else []
    return [*keys, Key(say.label("key-next-page"), to(number + 1))] if number < pages - 1 else keys


def progress_card(facts: Facts, say: Say, now: datetime) -> Screen:
    """Show an announcement as it stands now: what it is, how it goes, what can be done."""
    one = facts.one
    text = lines(
        say("desk-title", title=desk_words.title(one, say)),
        desk_words.status_line(facts, say, now),
        desk_words.progress(facts.going, say, now) if facts.going else None,
        say("desk-size", people=facts.size.people, libraries=facts.size.libraries) if facts.size else None,
        say("desk-confirmed", confirmed=facts.confirmed, asked=facts.confirmed + facts.silent)
        if one.asks_to_confirm and facts.going
        else None,
        desk_words.follow_up(facts.follow_up, say) if facts.follow_up else None,
        _by(facts, say, now),
    )
    return Screen(text, _keys(facts, say))


def _by(facts: Facts, say: Say, now: datetime) -> str:
    when = writing.near(facts.one.created_at, now, say.language)
    return say("desk-by", name=facts.writer, when=when) if facts.writer else say("desk-by-nobody", when=when)


def _keys(facts: Facts, say: Say) -> Sequence[Sequence[Key]]:
    one = facts.one
    steer = [
        *(_steering(one.id, facts.going, None, say) if facts.going else ()),
        *(_steering(one.id, facts.follow_up, desk_words.what_follows(facts.follow_up), say) if facts.follow_up else ()),
    ]
    return [
        *in_rows(steer, 2),
        [
            Key(say.label("key-desk-refresh"), buttons.OfficeAnnouncement(one.id)),
            Key(say.label("key-back"), buttons.OfficeAnnouncements(facts.page)),
        ],
    ]


def _steering(one: AnnouncementId, going: Going, what: str | None, say: Say) -> list[Key]:
    """Give the buttons that hold a batch up, let it go on, or end it; `what` names one that follows."""
    if not going.open:
        return []
    ways = [How.PAUSE if going.batch.progress is Progress.RUNNING else How.RESUME, How.CANCEL]
    return [Key(_label(how, what, say), buttons.Steer(one, going.batch.id, how, 0)) for how in ways]


def _label(how: How, what: str | None, say: Say) -> str:
    if what is None:
        return say.label(f"key-desk-{how.name.lower()}")
    return say.label(f"key-desk-follow-{how.name.lower()}", what=say.label(f"desk-what-{what}"))


def ask_cancel(facts: Facts, going: Going, say: Say) -> Screen:
    """Ask whether no more of a batch is to be sent."""
    title = desk_words.title(facts.one, say)
    text = lines(
        say("desk-cancel-question", title=title),
        say("desk-cancel-waiting", count=going.waiting),
        say("desk-cancel-means"),
    )
    return sure(
        text, say.label("key-desk-cancel"), buttons.Steer(facts.one.id, going.batch.id, How.CANCEL, 1), facts, say
    )


def sure(text: str, label: str, press: Button, facts: Facts, say: Say) -> Screen:
    """Ask before something that cannot be taken back."""
    return Screen(text, [[Key(label, press), Key(say.label("key-back"), buttons.OfficeAnnouncement(facts.one.id))]])
