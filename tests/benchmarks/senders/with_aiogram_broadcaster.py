"""The library aiogram-broadcaster without an interval and without a storage."""

from aiogram_broadcaster import Broadcaster
from aiogram_broadcaster.contents import TextContent

from tests.benchmarks import senders
from tests.benchmarks.senders.with_aiogram import bot_at


async def broadcast(address: str, recipients: range) -> None:
    """Send to everyone.

    That a mailer awaits each message before the next, fills placeholders and emits events for each cannot be switched
    off. With a storage it would write the whole list anew after each message.
    """
    async with bot_at(address) as bot:
        mailer = await Broadcaster(bot).create_mailer(chats=recipients, content=TextContent(text=senders.TEXT))
        await mailer.start()


if __name__ == "__main__":
    senders.run(broadcast)
