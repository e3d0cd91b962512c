"""Consultations: members read a draft text, vote on it question by question and say what they would change."""

from handlers.consultations import office
from handlers.context import Feature

FEATURE = Feature("consultations", office.ROUTES, guides=office.GUIDES, office=office.keys)
