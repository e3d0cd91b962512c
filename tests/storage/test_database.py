"""How the books are let go of."""

import asyncio
import sys
from pathlib import Path

from sqlalchemy import text

from storage.database import open_database
from tests.person import SOON

ROOT = Path(__file__).parents[2]

FORGETFUL = """
import asyncio, sys
from sqlalchemy import text
from storage.database import open_database

def write(tx, word):
    tx.execute(text("CREATE TABLE IF NOT EXISTS kept (word TEXT)"))
    tx.execute(text("INSERT INTO kept VALUES (:word)"), {"word": word})

async def main():
    db = open_database(sys.argv[1])
    await db.transact(write, "awaited")
    db._keep = asyncio.ensure_future(db.transact(write, "left behind"))
    await asyncio.sleep(0)

asyncio.run(main())
"""


async def test_a_program_that_forgets_to_close_ends_and_what_it_wrote_is_there(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'books.db'}"
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-c", FORGETFUL, url, cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )
    try:
        _, said = await asyncio.wait_for(program.communicate(), SOON)
    finally:
        if program.returncode is None:
            program.kill()

    assert (program.returncode, said) == (0, b"")
    db = open_database(url)
    try:
        words = await db.read(lambda tx: list(tx.scalars(text("SELECT word FROM kept"))))
    finally:
        await db.close()
    assert words == ["awaited", "left behind"]
