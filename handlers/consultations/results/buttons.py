"""The buttons of what comes out of a consultation."""

from dataclasses import dataclass
from enum import StrEnum

from handlers.buttons import Button
from storage.consultations.rules import ConsultationId


@dataclass(frozen=True, slots=True)
class Results(Button):
    """The results of a consultation, a page of its questions."""

    tag = "cr"
    consultation_id: ConsultationId
    page: int


@dataclass(frozen=True, slots=True)
class Result(Button):
    """The result of a question, by its place in the consultation, counted from 0."""

    tag = "crq"
    consultation_id: ConsultationId
    place: int


@dataclass(frozen=True, slots=True)
class WhoVoted(Button):
    """The votes of libraries on a question, a page of them."""

    tag = "crv"
    consultation_id: ConsultationId
    place: int
    page: int


@dataclass(frozen=True, slots=True)
class Turnout(Button):
    """Who took part, by kind and library, a page of them."""

    tag = "crt"
    consultation_id: ConsultationId
    page: int


@dataclass(frozen=True, slots=True)
class ResultChart(Button):
    """The votes on a question as a picture."""

    tag = "crg"
    consultation_id: ConsultationId
    place: int


@dataclass(frozen=True, slots=True)
class HeatMap(Button):
    """All questions by what was voted, in one picture."""

    tag = "crh"
    consultation_id: ConsultationId


class Format(StrEnum):
    """What everything can be had as."""

    XLSX = "xlsx"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Export(Button):
    """All that came out, as a file."""

    tag = "crx"
    consultation_id: ConsultationId
    format: Format
