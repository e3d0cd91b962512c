"""The conversation in which the office writes an announcement: what it says, who gets it, when it goes."""
