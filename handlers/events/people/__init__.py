"""Those at an event, as the office looks after them: lists, letting in by hand, taking off, exports."""
