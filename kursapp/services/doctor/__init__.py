"""Looks through everything the program has on a machine, and repairs nothing."""
