"""The document that says what came out, and what becomes of it."""
