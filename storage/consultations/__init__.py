"""Consultations: a draft text is put to the members, question by question, and their votes are counted."""
