"""Kursapp: a desktop program for courses in good leadership of child welfare, taken without a network."""

__version__ = "0.1.0"
