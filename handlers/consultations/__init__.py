"""Consultations: members vote on a draft, question by question, and the office makes its position of it."""

from handlers.consultations.results import looking
from handlers.context import Feature

FEATURE = Feature("consultations", (*looking.ROUTES,))
