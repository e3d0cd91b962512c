"""The sample of the demo, whatever day it is begun on."""

import tomllib
from datetime import UTC, datetime, timedelta

import pytest

from bot.demo.seed import DATA, Sample
from storage.events.rules import check
from storage.local_time import LJUBLJANA

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize("begun", [MONDAY + timedelta(days=days) for days in range(7)], ids=lambda day: f"{day:%A}")
def test_all_events_can_be_published_and_none_is_on_a_weekend(begun: datetime) -> None:
    sample = Sample.model_validate(tomllib.loads((DATA / "association.toml").read_text(encoding="utf-8")))
    for event in sample.events:
        details = event.details(begun)
        assert check(details, begun) == []
        assert details.starts_at.astimezone(LJUBLJANA).strftime("%a") not in {"Sat", "Sun"}
