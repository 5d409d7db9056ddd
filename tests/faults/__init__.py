"""Faults made on purpose, pointed at the program's own code: what is promised must hold when everything else fails."""
