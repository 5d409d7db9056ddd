"""The instructor's wing."""
