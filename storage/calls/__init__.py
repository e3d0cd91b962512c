"""Calls for projects: what there is to apply to, until when, who follows it and which library applies."""
