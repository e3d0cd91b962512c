"""What the announcement says: messages in both languages, and the buttons below. Pure."""

import dataclasses

from handlers.announcements.compose.steps import Step, after
from handlers.conversation import Misread, Quietly
from handlers.dates.asking import echo
from handlers.heard import Heard
from storage.announcements import rules
from storage.announcements.rules import (
    ALBUM_AT_MOST,
    CAPTION_AT_MOST,
    FILE_AT_MOST,
    LABEL_AT_MOST,
    LINK_AT_MOST,
    TEXT_AT_MOST,
    AnyButton,
    LinkButton,
    Part,
    Problem,
    kept_button,
    kept_part,
    part_of,
)
from storage.drafts import Draft
from storage.links import is_link

BUTTONS_AT_MOST = 6
SEPARATOR = "|"
MEGABYTE = 1_000_000


def part(draft: Draft, step: Step) -> Part | None:
    """Read the message of a step from the draft."""
    return part_of(draft.data.get(step))


def waits(draft: Draft, step: Step) -> bool:
    """Tell whether more of the message may come: further files of an album, or the text for a file."""
    return bool(draft.data.get("album", {}).get("step") == step and part(draft, step))


def take_message(draft: Draft, step: Step, heard: Heard) -> Draft | Misread | Quietly:
    """Take the message of a step. One with files waits for more, until somebody goes on."""
    if misread := _unusable(heard):
        return misread
    there = part(draft, step)
    if heard.media is None:
        files = there.media if there and waits(draft, step) else _files_of_other(draft, step)
        whole = Part(heard.html, heard.plain, files, heard.preview)
        return refused(whole) or after(draft.at(step, **{step: kept_part(whole)}, album=None), step)
    if there and waits(draft, step) and heard.album:
        return _one_more(draft, step, there, heard)
    whole = Part(heard.html, heard.plain, (heard.media,))
    if misread := refused(whole):
        return misread
    more = heard.album is not None or not heard.plain
    album = {"id": heard.album, "step": step} if more else None
    taken = draft.at(step, **{step: kept_part(whole)}, album=album)
    return taken if more else after(taken, step)


def take_further(draft: Draft, heard: Heard) -> Draft | Misread | Quietly | None:
    """Take one more file of an album that has begun, wherever the conversation is by now; None if it is not one."""
    album = draft.data.get("album")
    if heard.album is None or not album or album["id"] != heard.album:
        return None
    step = Step(album["step"])
    there = part(draft, step)
    return _unusable(heard) or (_one_more(draft, step, there, heard) if there else None)


def _one_more(draft: Draft, step: Step, there: Part, heard: Heard) -> Quietly | Misread:
    """Put one more file to those that are there, without a word: of ten files, nine would only repeat the card.

    Of what is too much, only the first file is answered.
    """
    if heard.media is None:
        return Misread("compose-unsupported", {"kind": "other"})
    album = {**draft.data["album"], "id": heard.album}
    html, plain = (heard.html, heard.plain) if heard.plain else (there.html, there.plain)
    grown = dataclasses.replace(there, media=(*there.media, heard.media), html=html, plain=plain)
    misread = refused(grown)
    if misread is None:
        return Quietly(draft.at(draft.step, **{step: kept_part(grown)}, album=album))
    told = draft.at(draft.step, album={**album, "told": heard.album})
    return Quietly(told) if album.get("told") == heard.album else dataclasses.replace(misread, kept=told)


def _files_of_other(draft: Draft, step: Step) -> tuple[rules.Media, ...]:
    """An English text alone goes with the files of the Slovene message."""
    slovene = part(draft, Step.SL)
    return slovene.media if step is Step.EN and slovene else ()


def _unusable(heard: Heard) -> Misread | None:
    if heard.other is not None:
        return Misread("compose-unsupported", {"kind": heard.other.replace("_", "-")})
    if heard.size > FILE_AT_MOST:
        return Misread("compose-too-big", {"size": heard.size // MEGABYTE, "most": FILE_AT_MOST // MEGABYTE})
    return None


def refused(whole: Part) -> Misread | None:
    """Say what Telegram would not take of a message."""
    count, files = rules.longest(whole.plain), len(whole.media)
    match rules.check(whole):
        case None:
            return None
        case Problem.EMPTY:
            return Misread("guide-empty")
        case Problem.TEXT_TOO_LONG:
            return Misread("compose-text-too-long", {"count": count, "most": TEXT_AT_MOST})
        case Problem.CAPTION_TOO_LONG:
            return Misread("compose-caption-too-long", {"count": count, "most": CAPTION_AT_MOST})
        case Problem.TOO_MANY_FILES:
            return Misread("compose-too-many-files", {"count": files, "most": ALBUM_AT_MOST})
        case Problem.MIXED_ALBUM:
            return Misread("compose-mixed-album")


def buttons(draft: Draft) -> tuple[AnyButton, ...]:
    """Read the buttons from the draft."""
    return tuple(map(rules.button_of, draft.data.get("buttons", ())))


def with_buttons(draft: Draft, chosen: tuple[AnyButton, ...]) -> Draft:
    """Put these buttons below the message."""
    return draft.at(Step.BUTTONS, buttons=[kept_button(button) for button in chosen] or None, page=None)


def add_button(draft: Draft, button: AnyButton) -> Draft | Misread:
    """Put one more button below; one that is there already goes away."""
    there = buttons(draft)
    if button in there:
        return with_buttons(draft, tuple(one for one in there if one != button))
    if len(there) >= BUTTONS_AT_MOST:
        return Misread("compose-too-many-buttons", {"most": BUTTONS_AT_MOST})
    return with_buttons(draft, (*there, button))


def take_link(draft: Draft, said: str) -> Draft | Misread:
    """Take a button typed as its label and its link."""
    label, separator, url = (piece.strip() for piece in said.rpartition(SEPARATOR))
    if not separator or not label or not is_link(url):
        return Misread("compose-misread-link", {"said": echo(said)})
    if len(label) > LABEL_AT_MOST:
        return Misread("guide-too-long", {"count": len(label), "most": LABEL_AT_MOST})
    if len(url) > LINK_AT_MOST:
        return Misread("guide-too-long", {"count": len(url), "most": LINK_AT_MOST})
    return add_button(draft, LinkButton(label, url))
