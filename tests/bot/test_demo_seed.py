"""The sample of the demo, whatever day it is begun on."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.sample import Sample
from storage.consultations import rules as consultations
from storage.events.rules import check
from storage.local_time import LJUBLJANA

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize("begun", [MONDAY + timedelta(days=days) for days in range(7)], ids=lambda day: f"{day:%A}")
def test_all_events_can_be_published_and_none_is_on_a_weekend(begun: datetime) -> None:
    for event in Sample.load().events:
        details = event.details(begun)
        assert check(details, begun) == []
        assert details.starts_at.astimezone(LJUBLJANA).strftime("%a") not in {"Sat", "Sun"}


@pytest.mark.parametrize("begun", [MONDAY + timedelta(days=days) for days in range(7)], ids=lambda day: f"{day:%A}")
def test_the_consultation_runs_for_some_time_yet(begun: datetime) -> None:
    sample = Sample.load().consultation
    terms, opened = sample.terms(begun), sample.opened.moment(begun)
    assert consultations.check(terms, 1, begun) == []
    assert opened < begun
    assert len(consultations.reminders(opened, terms.ends_at, begun)) == 3
