"""What comes back from a telephone is read strictly."""

from dataclasses import dataclass

import pytest

from handlers.buttons import Button
from storage.people import PersonId, Role


@dataclass(frozen=True, slots=True)
class Sample(Button):
    """A button of this test."""

    tag = "test-sample"
    person_id: PersonId
    role: Role
    text: str


def test_what_is_packed_is_unpacked() -> None:
    button = Sample(PersonId(7), Role.STAFF, "a:b")
    assert Sample.unpack(button.pack()) == button


@pytest.mark.parametrize(
    "data",
    ["", "test-sample", "test-sample:1:staff", "test-sample:x:staff:a", "test-sample:1:king:a",
     "other:1:staff:a", f"test-sample:{2**63}:staff:a", f"test-sample:-{2**64}:staff:a", "test-sample:1:staff:\ud800"],
)  # fmt: skip
def test_what_does_not_fit_is_no_button(data: str) -> None:
    assert Sample.unpack(data) is None


def test_a_button_that_telegram_would_refuse_is_an_error() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Sample(PersonId(7), Role.STAFF, "x" * 64).pack()


def test_two_buttons_do_not_share_a_tag() -> None:
    with pytest.raises(TypeError, match="test-sample"):

        @dataclass(frozen=True, slots=True)
        class Other(Button):
            tag = "test-sample"
