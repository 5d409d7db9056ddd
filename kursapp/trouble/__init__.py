"""What is told of the program's own faults: where in the code, and never a word of anybody's."""
