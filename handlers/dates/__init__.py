"""Moments as people write and read them, in Slovene and English."""
