"""Calls that are read from feeds: what is looked at, what was found, and what the office makes of it."""
