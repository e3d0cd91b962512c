"""A test of an announcement, as colleagues get it. Pure."""

from datetime import datetime

from handlers.announcements.compose.preview import as_it_arrives
from handlers.context import Push
from handlers.reply import calls_of
from handlers.screen import Ready, Screen
from handlers.texts import Say
from storage.announcements import trial
from storage.announcements.trial import Trial


def _trial(one: Trial, say: Say, now: datetime) -> Ready:  # noqa: ARG001 - as pushes show
    letters = as_it_arrives(one.content, one.buttons, one.to, say)
    head = calls_of(one.to.telegram_id, Screen(say("compose-trial", name=one.by)))
    return Ready([*head, *letters.calls], letters.otherwise)


PUSHES = {trial.TRIAL: Push(trial.facts, _trial)}
