"""The library aiogram-broadcast with its pace switched off."""

from aiogram_broadcast import BroadcastService

from tests.benchmarks import senders
from tests.benchmarks.senders.with_aiogram import bot_at


class Subscribers:
    """A storage in memory. The service asks its storage once, for the list, and notes nothing there of what it sent."""

    def __init__(self, recipients: range) -> None:
        self._recipients = recipients

    async def get_all_subscriber_ids(self, state: object) -> list[int]:
        """List everyone."""
        return list(self._recipients)


async def broadcast(address: str, recipients: range) -> None:
    """Send to everyone. That it awaits each message before the next cannot be switched off."""
    async with bot_at(address) as bot:
        service = BroadcastService(bot, Subscribers(recipients), rate_limit=0)
        await service.broadcast_text(senders.TEXT)


if __name__ == "__main__":
    senders.run(broadcast)
