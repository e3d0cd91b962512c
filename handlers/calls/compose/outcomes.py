"""What becomes of a call that was written. Pure."""

from datetime import datetime

from handlers.calls import compose_buttons as buttons
from handlers.calls import desk_buttons
from handlers.calls.compose import preview, words
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.calls import drafting
from storage.calls.drafting import Overtaken
from storage.calls.publishing import Amended, Published, Unchanged
from storage.calls.rules import Call, CallId
from storage.drafts import Draft


def _back(say: Say) -> Key:
    return Key(say.label("key-back"), desk_buttons.OfficeCalls(0, 0))


def _done(text: str, call: Call, say: Say) -> Screen:
    return Screen(text, [[Key(say.label("key-to-call"), desk_buttons.OfficeCall(call.id)), _back(say)]])


def draft_waits(draft: Draft, wanted: CallId | None, say: Say) -> Screen:
    """Say that a draft waits, and ask what to do with it; `wanted` is the call that was to be changed."""
    title = draft.data.get("title_sl")
    anew = buttons.NewCall(1) if wanted is None else buttons.EditCall(wanted, 1)
    head = say("call-draft-waits") if title is None else say("call-draft-waits-title", title=words.short(title))
    changes = say("call-draft-changes") if drafting.changes(draft.data) is not None else None
    text = lines(head, changes, say("call-draft-anew"))
    keys = [Key(say.label("key-resume"), buttons.ResumeCall()), Key(say.label("key-anew"), anew)]
    return Screen(text, [keys, [_back(say)]])


def gone(say: Say) -> Screen:
    """Say that the draft is published or deleted already."""
    return Screen(say("call-draft-gone"), [[_back(say)]])


def published(outcome: Published | Amended | Unchanged, say: Say, now: datetime) -> Screen:
    """Say that the call is there, or says something else now, and who is told."""
    call = outcome.call
    title = words.short(call.details.title(say.language))
    match outcome:
        case Published(_, told, later):
            means = preview.published_means(call.content, (told, later), say, now)
            return _done(lines(say("call-published", title=title), *means), call, say)
        case Amended(_, difference):
            return _done(lines(say("call-amended", title=title), preview.telling(difference, say)), call, say)
        case Unchanged():
            return _done(say("call-unchanged"), call, say)


def overtaken(outcome: Overtaken, say: Say) -> Markup:
    """Say that somebody else has changed the call meanwhile, and what became of what was typed."""
    if outcome.by is None:
        return say("call-overtaken")
    return say("call-overtaken-by", name=outcome.by)


def over(call: Call, say: Say) -> Screen:
    """Say that the call was closed or withdrawn meanwhile."""
    return _done(say("call-over-meanwhile"), call, say)
