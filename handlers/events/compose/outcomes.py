"""What becomes of an event that was written, or changed. Pure."""

from handlers.buttons import Button
from handlers.events import buttons, words
from handlers.events.buttons import OfficeEvent, OfficeEvents
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage.drafts import Draft
from storage.events import drafting, rules
from storage.events.drafting import Overtaken
from storage.events.publishing import CallingOff, Changed, Published, TooFew, Unchanged
from storage.events.rules import Event


def _back(say: Say) -> Key:
    return Key(say.label("key-back"), OfficeEvents(0))


def _done(text: str, event: Event, say: Say) -> Screen:
    return Screen(text, [[Key(say.label("key-open-event"), OfficeEvent(event.id, 0)), _back(say)]])


def draft_waits(draft: Draft, anew: Button, say: Say) -> Screen:
    """Say that a draft waits, and ask what to do with it; `anew` throws it away."""
    title = draft.data.get(f"title_{say.language}") or draft.data.get("title_sl")
    changes = say("draft-changes") if drafting.changes(draft.data) is not None else None
    text = lines(say("draft-waits-title", title=title) if title else say("draft-waits"), changes, say("draft-anew"))
    keys = [Key(say.label("key-resume"), buttons.ResumeDraft()), Key(say.label("key-anew"), anew)]
    return Screen(text, [keys, [_back(say)]])


def gone(say: Say) -> Screen:
    """Say that the draft is published or deleted already."""
    return Screen(say("draft-gone"), [[_back(say)]])


def published(outcome: Published | Changed | Unchanged, say: Say) -> Screen:
    """Say that the event is there, or is otherwise now, and who is told."""
    title = words.title(outcome.event.details, say)
    match outcome:
        case Published(event, others):
            several = say("events-published", title=title, count=len(others) + 1) if others else None
            return _done(several or say("event-published", title=title), event, say)
        case Changed(event, told, offers):
            heard = [
                say("change-telling", count=told) if told else None,
                say("change-offers", count=offers) if offers else None,
            ]
            text = lines(say("event-changed", title=title), *heard, None if told or offers else say("change-quietly"))
            return _done(text, event, say)
        case Unchanged(event):
            return _done(say("event-unchanged"), event, say)


def overtaken(outcome: Overtaken, say: Say) -> Markup | str:
    """Say that a colleague has changed the event meanwhile, and what of it both have changed."""
    by = say("event-overtaken-by", name=outcome.by) if outcome.by else say("event-overtaken")
    if not outcome.fields:
        return by
    names = ", ".join(dict.fromkeys(_field(one, say) for one in outcome.fields))
    return lines(by, say("event-overtaken-both", fields=names))


def _field(name: str, say: Say) -> str:
    part = {"starts_at": "day", "speakers_count": "speakers"}.get(name, name)
    return say.label(f"key-field-{part.replace('_', '-')}")


def too_few(outcome: TooFew, say: Say) -> Markup:
    """Say that more seats are taken than there would be."""
    return say("event-too-few-of-library" if outcome.of_library else "event-too-few", count=outcome.taken)


def off(outcome: CallingOff, say: Say) -> Screen:
    """Say that the event was called off meanwhile, or is over."""
    called_off = isinstance(outcome.outcome, rules.Cancelled)
    return _done(say("event-change-cancelled" if called_off else "event-change-over"), outcome.event, say)
