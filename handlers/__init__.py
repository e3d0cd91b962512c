"""The conversations, a folder for each feature."""
