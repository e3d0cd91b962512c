"""What the bot says of its own accord once an event is over. Pure, but for what is loaded."""

from handlers.context import Push
from handlers.events.afterwards import attendance_screens, survey_screens
from storage.events import attendance, survey

PUSHES = {
    attendance.KIND: Push(attendance.facts, attendance_screens.attended),
    survey.KIND: Push(survey.facts, survey_screens.ask),
}
