"""Consultations: draft texts put to the members, article by article."""
