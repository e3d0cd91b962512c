"""The ceiling: aiohttp posts and reads, and looks at nothing but the status."""

import json

from aiohttp import ClientSession

from tests.benchmarks import senders

JSON = {"Content-Type": "application/json"}


async def broadcast(address: str, recipients: range) -> None:
    """Send to 64 at once."""
    async with ClientSession(address, raise_for_status=True) as session:

        async def send(person: int) -> None:
            body = json.dumps({"chat_id": person, "text": senders.TEXT}).encode()
            async with session.post(f"/bot{senders.TOKEN}/sendMessage", data=body, headers=JSON) as response:
                await response.read()

        await senders.gathered(send, recipients, 64)


if __name__ == "__main__":
    senders.run(broadcast)
