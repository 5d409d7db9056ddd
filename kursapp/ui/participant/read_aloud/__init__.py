"""A page read aloud, where the machine has a voice for its language."""
