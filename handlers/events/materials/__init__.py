"""Slides, minutes and the like of an event: the office attaches them, those they are meant for get them."""
