"""The association's position on a consultation, on cards. Pure: facts in, card out."""

from datetime import datetime

from handlers.consultations.position import buttons
from handlers.consultations.results.buttons import Results
from handlers.dates import writing
from handlers.documents import Faulty
from handlers.guiding import leave, picks
from handlers.reply import HTML, Call
from handlers.screen import Key, Ready, Screen, in_rows, keyboard, lines
from handlers.texts import Markup, Say
from storage.consultations.positions import Position, Stage
from storage.consultations.rules import Consultation, ConsultationId
from storage.drafts import Draft

LANGUAGES = ("sl", "en")


def _back(one: ConsultationId, say: Say) -> list[Key]:
    return [Key(say.label("key-back"), Results(one, 0))]


def not_over(one: Consultation, say: Say) -> Screen:
    """Say that a position comes after the end."""
    return Screen(say("position-not-over", title=one.title(say.language)), [_back(one.id, say)])


def not_public(one: Consultation, say: Say) -> Screen:
    """Say that there is no position to be seen yet."""
    return Screen(say("position-not-public", title=one.title(say.language)), [_back(one.id, say)])


def _stage(position: Position, say: Say, now: datetime) -> Markup:
    return say(f"position-stage-{position.stage}", when=writing.until(position.changed_at, now, say.language))


def card(one: Consultation, position: Position | None, say: Say, now: datetime) -> Screen:
    """Show how far a position has come, and what can be done with it."""
    if position is None:
        said = [say("position-none")]
    else:
        said = [_stage(position, say, now), say("position-document", name=position.name)]
    made = [Key(say.label(f"key-position-make-{name}"), buttons.MakeDocument(one.id, name, 0)) for name in LANGUAGES]
    files = [Key(say.label("key-position-show"), buttons.ShowDocument(one.id))] if position else []
    if position is None or not position.public:
        files.append(Key(say.label("key-position-send"), buttons.SendDocument(one.id)))
    stages = [
        Key(say.label(f"key-position-{stage}"), buttons.MovePosition(one.id, stage, 0))
        for stage in (position.next if position else ())
    ]
    text = lines(say("position-card", title=one.title(say.language)), *said)
    return Screen(text, [made, files, *in_rows(stages, 2), _back(one.id, say)])


def faulty(found: Faulty, asked: buttons.MakeDocument, say: Say) -> Screen:
    """Say what is wrong with the association's template, and offer the one that is built in."""
    text = lines(
        say("position-template"),
        say(f"position-template-{found.fault}", words=found.words),
        say("position-template-who") if not asked.built_in else None,
    )
    again = buttons.MakeDocument(asked.consultation_id, asked.language, 1)
    keys = [] if asked.built_in else [[Key(say.label("key-position-built-in"), again)]]
    return Screen(text, [*keys, [Key(say.label("key-back"), buttons.OpenPosition(asked.consultation_id))]])


def asked(draft: Draft, one: Consultation | None, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Ask for the document, or whether it is the right one."""
    title = one.title(say.language) if one else ""
    if draft.step == "file":
        return Screen(say("position-ask-file", title=title), leave(say))
    keep = Key(say.label("key-position-keep"), buttons.KeepDocument(draft.id, draft.version))
    other = picks(draft)(say.label("key-position-other"), "/back")
    return Screen(say("position-ask-keep", title=title, name=draft.data["name"]), [[keep, other], *leave(say)])


def ask(position: Position, stage: Stage, count: int, say: Say) -> Screen:
    """Ask before people are told."""
    one = position.one
    text = lines(
        say(f"position-ask-{stage}", title=one.title(say.language)),
        say("position-ask-publish" if stage is Stage.PUBLISHED else "position-ask-tell", count=count),
    )
    sure = Key(say.label(f"key-position-{stage}"), buttons.MovePosition(one.id, stage, 1))
    return Screen(text, [[sure, Key(say.label("key-back"), buttons.OpenPosition(one.id))]])


def document(position: Position, say: Say, now: datetime) -> Ready:
    """Give the document, with how far it has come."""
    one = position.one
    caption = lines(say("position-card", title=one.title(say.language)), _stage(position, say, now))
    keys = [[Key(say.label("key-results"), Results(one.id, 0))]]
    file = {"document": position.file_id, "caption": caption, "reply_markup": keyboard(keys), **HTML}
    return Ready([Call("sendDocument", file)], lambda words: Screen(say("position-not-shown", words=words), keys))
