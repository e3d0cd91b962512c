"""The conversation in which an event is written, changed, copied or repeated: its parts."""
