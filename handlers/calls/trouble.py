"""The office hears of word of a call that has paused itself, and lets it go on or ends it."""

from datetime import datetime

from handlers.calls import buttons, words
from handlers.context import Push, Tap
from handlers.home import Office
from handlers.reply import Answer
from handlers.routes import on_tap
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.calls import news, steering
from storage.calls.steering import Trouble
from storage.people import Role
from storage.sending import trouble_of


def told(facts: Trouble, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say that word of a call has paused itself, or that all had gone by then, and why."""
    text = lines(
        say("trouble-paused" if facts.paused else "trouble-refused", title=words.title(facts.call, say)),
        say(f"trouble-{facts.what}"),
        say("desk-stopped-why", words=facts.batch.trouble or ""),
        say("desk-stopped-waiting", count=facts.waiting) if facts.waiting else None,
    )
    number = facts.batch.id
    keys = [
        Key(say.label("key-go-on"), buttons.SteerNews(number, 1, 1)),
        Key(say.label("key-end"), buttons.SteerNews(number, 0, 0)),
    ]
    return Screen(
        text, [keys if facts.paused else [], [Key(say.label("key-open-call"), buttons.OpenCall(facts.call.id))]]
    )


def _ask(facts: Trouble, say: Say) -> Screen:
    text = lines(
        say("trouble-end", title=words.title(facts.call, say)),
        say("desk-stopped-waiting", count=facts.waiting),
        say("desk-cancel-means"),
    )
    number = facts.batch.id
    return Screen(text, [[Key(say.label("key-end"), buttons.SteerNews(number, 0, 1)),
                          Key(say.label("key-go-on"), buttons.SteerNews(number, 1, 1))]])  # fmt: skip


def _done(facts: Trouble, say: Say, *, go_on: bool) -> Screen:
    said = say("trouble-goes-on" if go_on else "trouble-ended", title=words.title(facts.call, say))
    return Screen(said, [[Key(say.label("key-office"), Office())]])


@on_tap(buttons.SteerNews, may=Role.STAFF)
async def steer(tap: Tap[buttons.SteerNews]) -> Answer:
    """Let a batch go on, or end it once it was asked about."""
    button, go_on = tap.button, bool(tap.button.go_on)
    if button.sure or go_on:
        done = await tap.db.transact(steering.steer, button.batch_id, tap.person.id, tap.now, go_on=go_on)
        if done is not None:
            return _done(done, tap.say, go_on=go_on)
    facts = await tap.db.read(steering.trouble, button.batch_id)
    if facts is None or not facts.paused:
        return Screen(tap.say("trouble-over"), [[Key(tap.say.label("key-office"), Office())]])
    return _ask(facts, tap.say)


ROUTES = (steer,)
PUSHES = {trouble_of(news.MATTER.kind): Push(steering.trouble_facts, told)}
