"""What is a participant's own, carried to another machine, taken out to read, or cleared away for good."""
