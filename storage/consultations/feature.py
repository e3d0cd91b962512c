"""What consultations offer to the rest of the books."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, and_, exists, select

from storage.books import Feature
from storage.consultations import closing, leaving, notices, opening
from storage.consultations.rules import VOTERS
from storage.consultations.tables import consultations, outlines, proxies, roll, voters, votes
from storage.people import people


def not_finished(args: Mapping[str, Any]) -> Select[Any]:
    """Choose those who cast the vote of a library that has not voted on everything in a consultation."""
    of = args["consultation"]
    here = and_(
        outlines.c.consultation_id == of,
        outlines.c.version == select(consultations.c.version).where(consultations.c.id == of).scalar_subquery(),
    )
    openly = exists().where(votes.c.library_id == roll.c.library_id, votes.c.question_id == outlines.c.question_id,
                            votes.c.wording_id == outlines.c.wording_id).correlate(roll, outlines)  # fmt: skip
    sealed = (
        exists()
        .where(voters.c.library_id == roll.c.library_id, voters.c.wording_id == outlines.c.wording_id)
        .correlate(roll, outlines)
    )
    waits = exists().where(here, ~openly, ~sealed)
    given = select(proxies.c.to_id).where(proxies.c.consultation_id == of, proxies.c.from_id == roll.c.library_id)
    given_away = given.correlate(roll).exists()
    own = select(roll.c.library_id).where(roll.c.consultation_id == of, waits, ~given_away)
    through = (
        select(proxies.c.to_id)
        .join(roll, and_(roll.c.library_id == proxies.c.from_id, roll.c.consultation_id == of))
        .where(proxies.c.consultation_id == of, waits)
    )
    behind = people.c.library_id.in_(own) | people.c.library_id.in_(through)
    return select(people.c.id).where(people.c.role.in_(VOTERS), behind)


FEATURE = Feature(
    "consultations",
    on_due={notices.REMINDER: notices.reminder_due, notices.CLOSE: closing.close_due},
    leave=leaving.leave,
    about=leaving.about,
    enrol=opening.enrol,
    audiences={"not_voted": not_finished},
)
