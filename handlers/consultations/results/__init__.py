"""What came out of a consultation, on cards, as pictures and as files."""
