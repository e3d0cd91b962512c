"""Check-in: tickets for those with a seat, the door for the office."""
