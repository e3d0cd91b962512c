"""Events and who has a seat."""
