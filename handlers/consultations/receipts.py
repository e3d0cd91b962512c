"""Members look with their receipt whether their vote stands in the ballot log."""

from datetime import datetime

from handlers.consultations import buttons, receipt_screens, screens
from handlers.consultations.receipt_screens import Facts
from handlers.consultations.voting import HALF
from handlers.context import Tap
from handlers.conversation import Guide, Misread, begin_card
from handlers.reply import Answer
from handlers.routes import on_tap
from storage.consultations import books, checking
from storage.consultations.rules import ConsultationId, Receipt
from storage.database import Tx
from storage.drafts import Draft
from storage.people import Person, Role


def _advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    letters = "".join(char for char in said.upper() if char.isascii() and char.isalnum())
    if len(letters) != 2 * HALF:
        return Misread("check-misread")
    return draft.at("found", receipt=f"{letters[:HALF]}-{letters[HALF:]}")


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    one = books.find(tx, ConsultationId(draft.data["consultation"]))
    if one is None or not one.seen_by(person):
        return Facts(None, None)
    receipt = draft.data.get("receipt")
    return Facts(one, checking.by_receipt(tx, one, Receipt(receipt), person) if receipt else None)


GUIDE = Guide("consultation_receipt", Role.LIBRARIAN, _advance, receipt_screens.by_receipt, _load)


@on_tap(buttons.CheckReceipt, may=Role.LIBRARIAN, of_library=True)
async def check(tap: Tap[buttons.CheckReceipt]) -> Answer:
    """Look for a receipt in the ballot log."""
    one = await tap.db.read(books.find, tap.button.consultation_id)
    if one is None or not one.seen_by(tap.person):
        return screens.no_such(tap.say)
    return await begin_card(tap, GUIDE, "ask", {"consultation": one.id})


ROUTES = (check,)
