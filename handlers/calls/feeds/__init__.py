"""Feeds in the office: where calls are read from, and what is made of what they suggest."""
