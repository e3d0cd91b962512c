"""Faults on demand: what a test asks to go wrong."""

from dataclasses import dataclass
from typing import Any

KINDS = ("429", "403", "400", "500", "timeout-after-accept", "reset-before", "reset-after", "slow")


@dataclass(slots=True)
class Fault:
    """Goes wrong `times` times for a method (lower case), for one chat or all."""

    method: str
    kind: str
    times: int
    chat_id: int | None
    retry_after: int
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """Return it as it was asked for."""
        return {name: getattr(self, name) for name in self.__slots__}


def read(asked: dict[str, Any]) -> Fault | None:
    """Read a request for a fault; None if it is not one."""
    if asked.get("kind") not in KINDS or not asked.get("method"):
        return None
    chat = asked.get("chat_id")
    return Fault(
        str(asked["method"]).lower(), asked["kind"], int(asked.get("times", 1)), None if chat is None else int(chat),
        int(asked.get("retry_after", 1)), float(asked.get("seconds", 60)),
    )  # fmt: skip


def take(faults: list[Fault], method: str, chat_id: int | None) -> Fault | None:
    """Find the first fault that is meant for this call, and use it up by one."""
    for fault in faults:
        if fault.method in {method, "*"} and fault.chat_id in {None, chat_id}:
            fault.times -= 1
            if fault.times <= 0:
                faults.remove(fault)
            return fault
    return None
