"""The program is killed at any moment: nothing it has acknowledged is lost."""
