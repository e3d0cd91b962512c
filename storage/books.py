"""What each feature's books offer to the rest: the one list to add a feature to on this floor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage.due import OnDue
from storage.people import PersonId


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature's books.

    `on_due`: what happens when a row of a kind falls due. `leave`: what a person who goes gives up. `about`: what is
    kept about a person, as JSON can hold it.
    """

    name: str
    on_due: Mapping[str, OnDue]
    leave: Callable[[Connection, PersonId, datetime], None]
    about: Callable[[Connection, PersonId], list[dict[str, Any]]]
