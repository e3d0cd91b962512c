"""Colours of votes, in pictures and documents: the more, the darker; hexadecimal, as Word has them. Pure."""

from fractions import Fraction

from storage.consultations.majority import Choice, Verdict

WHITE = (255, 255, 255)
COLOURS = {
    Choice.FOR: (31, 111, 107),
    Choice.CHANGE: (123, 176, 166),
    Choice.AGAINST: (179, 71, 59),
    Choice.ABSTAIN: (140, 140, 140),
    None: (190, 190, 190),
}
VERDICTS = {
    Verdict.ADOPTED: "DCEBE8",
    Verdict.REJECTED: "F3DEDB",
    Verdict.TIED: "F6EBD3",
    Verdict.NO_QUORUM: "ECECEC",
    Verdict.NO_VOTES: "ECECEC",
}

DARKEST = Fraction(6, 10)
"""No cell is darker than this much of its colour, so that dark letters can be read on it."""


def shade(of: Choice | Verdict | None, share: Fraction = Fraction(1)) -> str:
    """Return the colour of a verdict, or of a choice (None: no vote) that so great a share has made."""
    if isinstance(of, Verdict):
        return VERDICTS[of]
    much = share * DARKEST
    mixed = (round(white + (ink - white) * much) for white, ink in zip(WHITE, COLOURS[of], strict=True))
    return "".join(f"{part:02X}" for part in mixed)
