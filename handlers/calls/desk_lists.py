"""The longer lists that the office has of a call: libraries, people, versions. Pure."""

from collections.abc import Callable, Sequence
from datetime import datetime

from handlers.buttons import Button
from handlers.calls import change_words, desk_buttons, words
from handlers.calls import desk_screens as screens
from handlers.calls.desk_buttons import FOLLOWED, UNDECIDED
from handlers.dates import writing
from handlers.paging import PAGE, page_line, turning
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.calls.desk import LibraryRow, Overview, Version
from storage.calls.rules import Call, Intent
from storage.pages import page_of

CHANGES = 4
"""So many changes of a version are said."""

VERSIONS = 3
"""So many versions stand on a page."""


def _list(
    call: Call, head: str, said: Sequence[str], page: int, to: Callable[[int], Button], say: Say,
    ways: Sequence[Sequence[Key]] = (),
) -> Screen:  # fmt: skip
    shown = page_of(said, page, PAGE)
    text = lines(
        screens.title(call, say),
        head,
        page_line(shown, say),
        "" if shown.total else None,
        *shown.lines,
    )
    return Screen(text, [turning(shown, to, say), *ways, [screens.to_card(call.id, say)]])


def libraries(found: Overview, of: str, page: int, say: Say, now: datetime) -> Screen:
    """List libraries by what they intend: all that have decided, those of one intent, or in which somebody follows."""
    call, rows = found.call, _rows(found, of)
    if of:
        head = say("call-desk-libraries", count=len(rows), intent=_head(of, say))
    else:
        head = say("call-desk-decided", count=len(rows)) if rows else say("call-desk-nobody-decided")
    there: dict[str, int] = {str(intent): count for intent, count in found.intents.items()}
    if found.undecided:
        there[UNDECIDED] = found.undecided
    if found.followed:
        there[FOLLOWED] = len(found.followed)
    filters = [
        Key(say.label("key-of-intent", intent=_head(one, say), count=str(count)),
            desk_buttons.CallLibraries(call.id, one, 0))
        for one, count in there.items() if one != of
    ]  # fmt: skip
    said = [_follows(row, say) if of == FOLLOWED else _library(row, say, now, named=not of) for row in rows]
    to = lambda number: desk_buttons.CallLibraries(call.id, of, number)  # noqa: E731
    return _list(call, head, said, page, to, say, in_rows(filters, 2))


def _rows(found: Overview, of: str) -> list[LibraryRow]:
    if of == FOLLOWED:
        return found.followed
    chosen = Intent(of) if of in set(Intent) else None
    return found.of_intent(chosen) if chosen or of == UNDECIDED else _decided(found)


def _decided(found: Overview) -> list[LibraryRow]:
    return [row for intent in Intent for row in found.of_intent(intent)]


def _intent(of: str, say: Say) -> str:
    return say.label(f"call-desk-intent-{of}")


def _head(of: str, say: Say) -> str:
    return writing.capitalised(_intent(of, say))


def _library(row: LibraryRow, say: Say, now: datetime, *, named: bool) -> Markup:
    """Say what a library intends since when; if that is clear already, how many of its people have opened the call."""
    if named and row.intent is not None and row.at is not None:
        day = writing.short(row.at, now, say.language)
        return say("call-desk-library-intends", library=row.library.name, intent=_intent(row.intent, say), day=day)
    return _opened(row, say)


def _follows(row: LibraryRow, say: Say) -> Markup:
    return say(
        "call-desk-library-follows", library=row.library.name, follow=str(row.follow), opened=str(row.opened)
    )  # fmt: skip


def _opened(row: LibraryRow, say: Say) -> Markup:
    if not row.told:
        return say("call-desk-library-nobody", library=row.library.name)
    return say("call-desk-library-opened", library=row.library.name, opened=str(row.opened), told=str(row.told))


def not_opened(found: Overview, page: int, say: Say) -> Screen:
    """List the libraries in which somebody was told and nobody has opened the call."""
    call, rows = found.call, found.not_opened
    head = say("call-desk-not-opened", count=len(rows)) if rows else say("call-desk-all-opened")
    said = [_opened(row, say) for row in rows]
    return _list(call, head, said, page, lambda number: desk_buttons.NotOpened(call.id, number), say)


def not_seen(found: Overview, page: int, say: Say) -> Screen:
    """List those who rely on the call and have not confirmed that they have seen how it has changed."""
    call, everybody = found.call, found.unseen
    head = say("call-desk-not-seen", count=len(everybody)) if everybody else say("call-desk-all-seen")
    said = [
        say("call-desk-person", name=one.first_name, library=one.library.name if one.library else "")
        for one in everybody
    ]
    return _list(call, head, said, page, lambda number: desk_buttons.NotSeen(call.id, number), say)


def history(call: Call, of: Sequence[Version], page: int, say: Say, now: datetime) -> Screen:
    """List the versions of a call, the last first, with what has changed in each."""
    shown = page_of(of, page, VERSIONS)
    said = [line for one in shown.lines for line in ["", *_version(one, say, now)]]
    text = lines(
        screens.title(call, say),
        say("call-desk-versions", count=len(of)),
        page_line(shown, say),
        *said,
    )
    turn = turning(shown, lambda to: desk_buttons.CallHistory(call.id, to), say)
    return Screen(text, [turn, [screens.to_card(call.id, say)]])


def _version(one: Version, say: Say, now: datetime) -> list[Markup]:
    when = writing.until_moment(one.at, now, say.language)
    head = say("call-desk-version-by", number=str(one.number), when=when, name=one.by) if one.by else say(
        "call-desk-version", number=str(one.number), when=when)  # fmt: skip
    if one.number == 1:
        return [head, say("call-desk-version-first")]
    return [head, *(change_words.listed(one.difference, CHANGES, say, now) or [say("call-desk-version-text")])]


def name(call: Call, say: Say, now: datetime) -> str:
    """Name a call on a button, where there are many."""
    ends_at = call.content.ends_at
    when = writing.short(ends_at, now, say.language) if ends_at else None
    title = words.title(call, say)
    return words.cut(title if when is None else say.label("key-call-deadline", day=when, name=title))
