"""The announcement as it will arrive, before it is sent. Pure."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from handlers.announcements.compose import content
from handlers.announcements.compose.steps import Step
from handlers.announcements.letter import letter
from handlers.screen import Ready, Screen, Shown
from handlers.texts import Say
from storage.announcements.rules import Announcement, AnnouncementId, AnyButton, Content, Late, State
from storage.drafts import Draft
from storage.people import Person

ARRIVES = {"": "compose-arrives", "sl": "compose-arrives-sl", "en": "compose-arrives-en"}

NOT_YET = AnnouncementId(0)
"""The number of an announcement that is not sent yet: its buttons do nothing."""


def ahead(draft: Draft, facts: object, say: Say, person: Person) -> Sequence[Shown]:  # noqa: ARG001 - as guides have it
    """Show the letters when the conversation comes to the preview with something new."""
    if draft.step != Step.PREVIEW or not draft.data.get("unseen"):
        return ()
    said = Content(content.part(draft, Step.SL), content.part(draft, Step.EN))
    return in_languages(said, content.buttons(draft), person, say)


def in_languages(
    said: Content, buttons: Sequence[AnyButton], person: Person, say: Say, heads: Mapping[str, str] = ARRIVES
) -> Sequence[Shown]:
    """Show each language's letter under a line that says what it is; of one alone, by `heads[""]`."""
    languages = [language for language, part in (("sl", said.sl), ("en", said.en)) if part]
    shown: list[Shown] = []
    for language in languages:
        head = heads[language if len(languages) > 1 else ""]
        shown += [Screen(say(head)), as_it_arrives(said, buttons, person, say.in_language(language), say)]
    return shown


def as_it_arrives(
    said: Content, buttons: Sequence[AnyButton], person: Person, say: Say, writers_say: Say | None = None
) -> Ready:
    """Lay it out for a person in the language of `say`; what Telegram would not have is said to the writer."""
    place = person.library.name if person.library else say("office-of-association")
    calls = letter(_unsent(said, buttons), person.telegram_id, person.first_name, place, say)
    speak = writers_say or say
    return Ready(calls, lambda reason: Screen(speak("compose-telegram-refuses", reason=reason)))


def _unsent(said: Content, buttons: Sequence[AnyButton]) -> Announcement:
    return Announcement(
        NOT_YET, said, tuple(buttons), (), State.PROPOSED, urgent=False, pinned=False, late=Late.SEND, send_at=None,
        repeat=None, created_by=None, created_at=datetime.fromtimestamp(0, UTC), batch_id=None, follow_up_id=None,
        sent_at=None,
    )  # fmt: skip
