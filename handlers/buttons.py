"""Typed callback data: a dataclass for each button, packed into the 64 bytes that Telegram gives it."""

from dataclasses import dataclass, fields
from enum import Enum
from typing import Any, ClassVar, Self, get_type_hints

LIMIT = 64
SEPARATOR = ":"
LARGEST = 2**63 - 1
"""The largest number that the books can hold."""


@dataclass(frozen=True, slots=True)
class Button:
    """Base of all buttons. A subclass is a frozen dataclass with a `tag` of its own and fields of int, str or enums.

    What comes back from a telephone is never trusted: `unpack` gives None for whatever does not fit. What a `sealed`
    button says is written down nowhere but on the person's telephone. The card of one that `stays` is not
    changed when it is tapped: what is answered goes below it.
    """

    tag: ClassVar[str]
    sealed: ClassVar[bool] = False
    stays: ClassVar[bool] = False

    def __init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401
        super(Button, cls).__init_subclass__(**kwargs)  # slots make another class of it: plain super() is lost
        known = _KNOWN.get(cls.tag)
        if known is not None and known.__qualname__ != cls.__qualname__:
            raise TypeError(f"Two buttons have the tag {cls.tag!r}.")
        _KNOWN[cls.tag] = cls

    def pack(self) -> str:
        """Return the callback data; a value that does not fit is an error of the programmer."""
        parts = [self.tag]
        for name in _kinds(type(self)):
            value = getattr(self, name)
            parts.append(str(value.value if isinstance(value, Enum) else value))
        data = SEPARATOR.join(parts)
        if len(data.encode()) > LIMIT or any(SEPARATOR in part for part in parts[:-1]):
            raise ValueError(f"Button does not fit: {data!r}")
        return data

    @classmethod
    def unpack(cls, data: str) -> Self | None:
        """Read callback data of this button; None if it is not."""
        kinds = _kinds(cls)
        tag, *parts = data.split(SEPARATOR, len(kinds))
        if tag != cls.tag or len(parts) != len(kinds):
            return None
        try:
            data.encode()
            values = [kind(part) for kind, part in zip(kinds.values(), parts, strict=True)]
        except ValueError:
            return None
        if any(isinstance(value, int) and abs(value) > LARGEST for value in values):
            return None
        return cls(*values)


_KNOWN: dict[str, type[Button]] = {}


def sealed_tag(data: str) -> str | None:
    """Return what may be written down of the data of a sealed button, its tag; None if it is no such button."""
    tag = data.split(SEPARATOR, 1)[0]
    return tag if tag in _KNOWN and _KNOWN[tag].sealed else None


def stays(data: str) -> bool:
    """Tell whether a card stays as it is when the button with this data is tapped, or what is left of its data."""
    tag = data.split(SEPARATOR, 1)[0]
    return sealed_tag(data) == data or (tag in _KNOWN and _KNOWN[tag].stays)


_KINDS: dict[type[Button], dict[str, Any]] = {}


def _kinds(button: type[Button]) -> dict[str, Any]:
    """Name a button's fields, in order, each with its constructor (a NewType is its base type)."""
    if button not in _KINDS:
        hints = get_type_hints(button)
        kinds = {one.name: getattr(hints[one.name], "__supertype__", hints[one.name]) for one in fields(button)}
        _KINDS[button] = kinds
    return _KINDS[button]
