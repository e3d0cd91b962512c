"""Word of a call to all whom it concerns: it is there, it has changed, it is over. Pure, but for what `load` reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from handlers.calls import buttons, words
from handlers.calls.desk_buttons import OfficeCall
from handlers.context import Bulk, Subject
from handlers.reply import Call, calls_of
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.batches import BatchId
from storage.calls import news
from storage.calls.changes import Field, Moved
from storage.calls.news import News, What
from storage.calls.rules import Details
from storage.database import Tx
from storage.sending import Claimed, Moot, Result

FEW = 4
"""So many deadlines that have moved stand in a message; the others are on the card."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told, None if it does not hold any more, and when."""

    news: News | None
    now: datetime


def _load(tx: Tx, batch_id: BatchId, now: datetime) -> Telling:
    return Telling(news.facts(tx, batch_id, now), now)


def _calls(telling: Telling, claimed: Claimed, say: Say) -> Sequence[Call] | Result:
    if telling.news is None:
        return Moot()
    return calls_of(claimed.to.telegram_id, screen(telling.news, say, telling.now))


BULKS = {news.MATTER.kind: Bulk(_load, _calls)}
SUBJECTS = {
    news.MATTER.kind: Subject(
        news.told_of,
        lambda told, say: words.title(told.call, say),
        lambda told, say: say(f"news-about-{told.what}"),
        lambda told, say: Key(say.label("key-open-call"), OfficeCall(told.call.id)),
    )
}


def screen(told: News, say: Say, now: datetime) -> Screen:
    """Say what is told of a call."""
    call = told.call
    title = words.title(call, say)
    to_card = Key(say.label("key-open-call"), buttons.OpenCall(call.id))
    mute = Key(say.label("key-mute"), buttons.Mute(call.id, 1))
    match told.what:
        case What.PUBLISHED:
            return Screen(_published(told, say, now), [[to_card, mute]])
        case What.CHANGED:
            seen = [Key(say.label("key-saw"), buttons.Saw(call.id))] if told.depends else []
            return Screen(_changed(told, say, now), [seen, [to_card] if told.depends else [to_card, mute]])
        case What.CLOSED:
            return Screen(lines(say("news-closed", title=title), say("news-over-means")), [[to_card]])
        case What.WITHDRAWN:
            return Screen(lines(say("news-withdrawn", title=title), say("news-over-means")), [[to_card]])
        case _:
            assert_never(told.what)


def _published(told: News, say: Say, now: datetime) -> str:
    call = told.call
    return lines(
        say("news-published", title=words.title(call, say)),
        say("call-caller", caller=call.details.caller),
        *words.coming(call, say, now),
        words.money(call.details, say),
        say("call-topics", topics=words.topics(call.details.topics, say)) if call.details.topics else None,
    )


def _changed(told: News, say: Say, now: datetime) -> str:
    what, call = told.difference, told.call
    documents = ", ".join(words.cut(one.name) for one in what.documents)
    return lines(
        say(_head(told), title=words.title(call, say)),
        *(line for one in what.moved[:FEW] for line in _moved(one, say, now)),
        say("news-more", count=rest) if (rest := len(what.moved) - FEW) > 0 else None,
        *(_field(one, call.details, say) for one in what.fields),
        say("news-documents", names=documents) if documents else None,
        say("news-depends") if told.depends else None,
    )


def _head(told: News) -> str:
    """Choose the first line: there is less time, there is more, or something else is different."""
    what = told.difference
    if what.urgent:
        return "news-earlier"
    later = any(one.before and one.after and one.before.when.ends_at < one.after.when.ends_at for one in what.moved)
    return "news-later" if later else "news-changed"


def _moved(one: Moved, say: Say, now: datetime) -> Sequence[Markup]:
    """Say when a deadline was and when it is; that there is a new one, or that one is gone."""
    before, after = one.before, one.after
    if after is None:
        return [] if before is None else [say("news-deadline-gone", deadline=words.deadline(before, say, now))]
    left = words.days_left(after.when, say, now)
    if before is None:
        return [say("news-deadline-new", deadline=words.deadline(after, say, now), left=left)]
    return [
        say("news-deadline", name=words.name(after, say)),
        say("news-before", when=words.was(before.when, after, say, now)),
        say("news-after", when=words.when(after, say, now), left=left),
    ]


def _field(of: Field, details: Details, say: Say) -> Markup:
    match of:
        case Field.AMOUNT:
            amount = say.label("news-no-amount") if details.amount is None else words.amount(details.amount, say)
            return say("news-amount", amount=amount)
        case Field.COFINANCING:
            return say("news-cofinancing", share=details.cofinancing or say.label("news-no-share"))
        case Field.KINDS:
            return say("news-kinds", kinds=words.may_apply(details, say))
        case _:
            assert_never(of)
