"""The running program: what receives, sends and keeps the time."""
