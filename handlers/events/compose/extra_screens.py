"""What nobody is asked for in turn, on the card: what there is of it, and the answers on buttons. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from textwrap import shorten

from handlers.dates import writing
from handlers.events import words
from handlers.events.compose.extras import BEFORE
from handlers.events.steps import Step, moment
from handlers.guiding import picks, said
from handlers.screen import Keys, in_rows
from handlers.texts import Say
from storage.drafts import Draft
from storage.events.rules import LEADS, Lead
from storage.local_time import days_before

PER_LIBRARY, HOURS = (1, 2, 3, 4, 5), (1, 2, 3, 4, 6, 8)
OPENINGS, FREE = (30, 14, 7), (1, 3, 7)
"""Days before the start."""


def so_far(draft: Draft, say: Say) -> list[str | None]:
    """Say what there is; what is as ever is not said."""
    data = draft.data
    opens, free = (moment(data, name) for name in ("opens_at", "free_until"))
    leads = data.get("leads", LEADS)
    names = shorten(", ".join(data.get("speakers", ())), words.NAMES, placeholder=" …")
    return [
        say("extra-speakers-count" if data.get("speakers_count") else "extra-speakers", names=names) if names else None,
        say("extra-per-library", count=data["per_library"]) if "per_library" in data else None,
        say("extra-opens", when=writing.moment(opens, say.language)) if opens else None,
        say("extra-free", when=writing.moment(free, say.language)) if free else None,
        None if set(leads) == set(LEADS) else _leads(leads, say),
        say("extra-hours", count=data["hours"]) if "hours" in data else None,
        say("extra-questions", count=len(data["questions"])) if "questions" in data else None,
    ]


def _leads(leads: Sequence[str], say: Say) -> str:
    chosen = [say.label(f"extra-lead-{lead}") for lead in Lead if lead in leads]
    return say("extra-leads", leads=", ".join(chosen)) if chosen else say("extra-no-leads")


def answers(draft: Draft, step: Step, say: Say, now: datetime) -> Keys:
    """Give the answers that a button can give."""
    pick = picks(draft)
    match step:
        case Step.SPEAKERS:
            on = draft.data.get("speakers_count")
            label = say.label("key-speakers-count")
            return [[pick(say.label("key-ticked", name=label) if on else label, "/counts")]]
        case Step.PER_LIBRARY:
            return [[pick(str(one), str(one)) for one in PER_LIBRARY if one <= draft.data["capacity"]]]
        case Step.CERTIFICATE:
            return [[pick(str(one), str(one)) for one in HOURS]]
        case Step.LEADS:
            there = draft.data.get("leads", LEADS)
            return in_rows(
                (pick(say.label("key-ticked", name=say.label(f"key-remind-{lead}")) if lead in there
                      else say.label(f"key-remind-{lead}"), said("/lead", lead)) for lead in Lead), 2,
            )  # fmt: skip
        case Step.OPENS:
            return _before(draft, OPENINGS, say, now, at_most=datetime.fromisoformat(draft.data["closes_at"]))
        case Step.FREE:
            at_most = datetime.fromisoformat(draft.data["starts_at"]) + timedelta(seconds=1)
            return _before(draft, FREE, say, now, at_most=at_most)
        case _:
            return []


def _before(draft: Draft, days: tuple[int, ...], say: Say, now: datetime, *, at_most: datetime) -> Keys:
    start, pick = datetime.fromisoformat(draft.data["starts_at"]), picks(draft)
    offered = [one for one in days if now < days_before(start, one) < at_most]
    return in_rows((pick(say.label(f"key-closes-{one}"), said(BEFORE, one)) for one in offered), 2)
