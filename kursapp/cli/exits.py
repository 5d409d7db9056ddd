"""What a command's exit code says to a script."""

DONE = 0
FINDINGS = 1
COULD_NOT_RUN = 2
REFUSED = 3
