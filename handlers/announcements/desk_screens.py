"""What the office sees of announcements. Pure: facts in, card out."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from handlers.announcements import buttons, desk_words
from handlers.announcements.compose import words
from handlers.buttons import Button
from handlers.dates import writing
from handlers.home import Office
from handlers.paging import page_line, turning
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Say
from storage.announcements.desk import Facts, Going, Line
from storage.announcements.rules import AnnouncementId, State
from storage.announcements.steering import How
from storage.batches import Progress
from storage.outbox import State as Delivery
from storage.pages import Page

DELETES_WITHIN = timedelta(hours=48)
"""Telegram deletes nothing that is older."""


def no_such(say: Say) -> Screen:
    """Say that there is no such announcement."""
    return Screen(say("announcement-gone"), [[Key(say.label("key-back"), buttons.OfficeAnnouncements(0))]])


def listed(page: Page[Line], say: Say) -> Screen:
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
        page_line(page, say),
    )
    turn = turning(page, buttons.OfficeAnnouncements, say)
    last = [Key(say.label("key-new-announcement"), buttons.NewAnnouncement(0)), Key(say.label("key-back"), Office())]
    return Screen(text, [*keys, turn, last])


def progress_card(facts: Facts, say: Say, now: datetime) -> Screen:
    """Show an announcement as it stands now: what it is, how it goes, what can be done."""
    one = facts.one
    text = lines(
        say("desk-title", title=desk_words.title(one, say)),
        desk_words.status_line(facts, say, now),
        desk_words.progress(facts.going, say, now) if facts.going else None,
        words.size(facts.size, say) if facts.size else None,
        desk_words.confirmed(facts, say),
        desk_words.follow_up(facts.follow_up, say) if facts.follow_up else None,
        None if facts.open else _by(facts, say, now),
    )
    return Screen(text, _keys(facts, say))


def _by(facts: Facts, say: Say, now: datetime) -> str:
    when = writing.near(facts.one.created_at, now, say.language)
    return say("desk-by", name=facts.writer, when=when) if facts.writer else say("desk-by-nobody", when=when)


def _keys(facts: Facts, say: Say) -> Sequence[Sequence[Key]]:
    one = facts.one
    rows = [*in_rows([*_steers(facts, say), *_decisions(facts, say)], 2), *in_rows(_looks(facts, say), 2)]
    return [
        *rows,
        [
            Key(say.label("key-desk-refresh"), buttons.OfficeAnnouncement(one.id)),
            Key(say.label("key-back"), buttons.OfficeAnnouncements(facts.page)),
        ],
    ]


def _steers(facts: Facts, say: Say) -> list[Key]:
    one = facts.one
    own = _steering(one.id, facts.going, None, say) if facts.going else []
    if facts.follow_up is None:
        return own
    return own + _steering(one.id, facts.follow_up, desk_words.what_follows(facts.follow_up), say)


def _decisions(facts: Facts, say: Say) -> list[Key]:
    """Give the buttons to what can be done at this point."""
    one, going = facts.one, facts.going
    match one.state:
        case State.PROPOSED:
            return [
                Key(say.label("key-desk-approve"), buttons.Approve(one.id)),
                Key(say.label("key-desk-withdraw"), buttons.WithdrawAnnouncement(one.id, 0)),
            ]
        case State.PLANNED | State.HELD:
            return [*to_come(one.id, say), _correct(one.id, say)]
        case State.RECALLED if facts.undeleted:
            return [Key(say.label("key-desk-delete-rest", count=facts.undeleted), buttons.Recall(one.id, 1))]
        case State.SENT if going is not None:
            return _after(facts, going, say)
        case _:
            return []


def to_come(one: AnnouncementId, say: Say) -> list[Key]:
    """Give the buttons to what is to be decided about an announcement that is planned or held."""
    return [
        Key(say.label("key-desk-send-now"), buttons.SendNow(one, 0)),
        Key(say.label("key-desk-withdraw"), buttons.WithdrawAnnouncement(one, 0)),
    ]


def _after(facts: Facts, going: Going, say: Say) -> list[Key]:
    one = facts.one
    keys = [
        Key(say.label(f"key-desk-again-{state}", count=going.count(state)), buttons.SendAgain(one.id, state, 0))
        for state in (Delivery.FAILED, Delivery.UNCERTAIN)
        if going.count(state)
    ]
    if facts.silent and not (facts.follow_up and facts.follow_up.open):
        label = say.label("key-desk-remind", count=facts.silent)
        keys.append(Key(label, buttons.Remind(one.id, one.follow_up_id or 0)))
    if going.total:
        keys.append(_correct(one.id, say))
        keys.append(Key(say.label("key-desk-recall"), buttons.Recall(one.id, 0)))
    return keys


def _correct(one: AnnouncementId, say: Say) -> Key:
    return Key(say.label("key-desk-correct"), buttons.CorrectAnnouncement(one, 0))


def _looks(facts: Facts, say: Say) -> list[Key]:
    """Give the buttons to what can be looked at."""
    one = facts.one
    keys = [Key(say.label("key-desk-message"), buttons.ShowMessage(one.id))]
    if facts.going is not None and facts.going.total:
        keys.append(Key(say.label("key-desk-reach"), buttons.Reached(one.id, 0)))
    if facts.going is not None and one.asks_to_confirm:
        keys.append(Key(say.label("key-desk-read"), buttons.WhoRead(one.id, 0)))
    return keys


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
        say("batch-end-means"),
    )
    return sure(
        text, say.label("key-desk-cancel"), buttons.Steer(facts.one.id, going.batch.id, How.CANCEL, 1), facts, say
    )


def ask_send_now(facts: Facts, say: Say) -> Screen:
    """Ask whether what is planned or held is to go at once."""
    size = facts.size
    text = lines(
        say("desk-send-now-question", title=desk_words.title(facts.one, say)),
        words.size(size, say) if size else None,
        say("desk-send-now-means"),
    )
    return sure(text, say.label("key-desk-send-now"), buttons.SendNow(facts.one.id, 1), facts, say)


def ask_withdraw(facts: Facts, say: Say) -> Screen:
    """Ask whether what has not begun is to be called off."""
    text = lines(
        say("desk-withdraw-question", title=desk_words.title(facts.one, say)),
        say("desk-withdraw-repeats") if facts.one.repeat else None,
        say("desk-withdraw-means"),
    )
    return sure(text, say.label("key-desk-withdraw"), buttons.WithdrawAnnouncement(facts.one.id, 1), facts, say)


def ask_again(facts: Facts, say: Say) -> Screen:
    """Explain what is uncertain, and ask whether to send it again."""
    count = facts.going.count(Delivery.UNCERTAIN) if facts.going else 0
    text = lines(
        say("desk-uncertain-question", title=desk_words.title(facts.one, say)),
        say("desk-uncertain-why", count=count),
        say("desk-uncertain-means"),
    )
    press = buttons.SendAgain(facts.one.id, Delivery.UNCERTAIN, 1)
    return sure(text, say.label("key-desk-send-again"), press, facts, say)


def ask_recall(facts: Facts, say: Say, now: datetime) -> Screen:
    """Ask whether what was delivered is to be deleted, and say what cannot be."""
    going, sent_at = facts.going, facts.one.sent_at
    old = sent_at is not None and now - sent_at > DELETES_WITHIN
    text = lines(
        say("desk-recall-question", title=desk_words.title(facts.one, say)),
        say("desk-recall-count", count=going.count(Delivery.SENT) if going else 0),
        say("desk-recall-too-old" if old else "desk-recall-within"),
        say("desk-recall-means"),
    )
    return sure(text, say.label("key-desk-recall"), buttons.Recall(facts.one.id, 1), facts, say)


def sure(text: str, label: str, press: Button, facts: Facts, say: Say) -> Screen:
    """Ask before something that cannot be taken back."""
    return Screen(text, [[Key(label, press), Key(say.label("key-back"), buttons.OfficeAnnouncement(facts.one.id))]])
