"""The books, and the rules that keep them true."""
