"""Results that nobody has voted for, of any size."""

from fractions import Fraction

from storage.consultations import majority
from storage.consultations.books import Question, Text
from storage.consultations.majority import Choice, Rule
from storage.consultations.results import Entitled, QuestionResult, Results, Vote
from storage.consultations.rules import Consultation, ConsultationId, QuestionId, State, WordingId
from storage.people import LibraryId
from tests.storage.consultations.outcomes import AFTER, TERMS
from tests.storage.membership.association import NOW


def results_of(count: int, libraries: int = 58) -> Results:
    """Results of so many questions, each library voting in a turn of its own."""
    one = Consultation(ConsultationId(1), TERMS, State.CLOSED, 1, NOW, AFTER, None)
    roll = [
        Entitled(LibraryId(number), f"k{number}", f"Knjižnica {number}", "splošna", Fraction(1), count)
        for number in range(1, libraries + 1)
    ]
    return Results(one, roll, [_question(place, count, roll) for place in range(1, count + 1)])


def _question(place: int, of: int, roll: list[Entitled]) -> QuestionResult:
    turn = [Choice.FOR, Choice.FOR, Choice.CHANGE, Choice.FOR, Choice.AGAINST, Choice.ABSTAIN, Choice.FOR]
    votes = {
        library.id: Vote(
            turn[(place * library.id + place // 3) % len(turn)], old=False, through=library.id, role="delegate"
        )
        for library in roll
        if (place + library.id) % 9
    }
    tally = majority.tally(((vote.choice, Fraction(1)) for vote in votes.values()), [Fraction(1)] * len(roll), Rule())
    text = Text(f"{place}. člen", "(naslov člena)", None, "Besedilo.")
    return QuestionResult(Question(QuestionId(place), WordingId(place), place, of, text), tally, 0, votes, {})
