"""What a command's exit code says to a script."""

DONE = 0
FINDINGS = 1
COULD_NOT_RUN = 2
REFUSED = 3

REFUSED_FOR = frozenset(
    {
        "cohort-without-quiz",
        "collection-open-elsewhere",
        "passphrase-needed",
        "passphrase-wrong",
        "profile-locked",
        "profile-open-elsewhere",
        "results-hidden",
        "round-closed",
        "round-open",
        "rounds-open",
        "too-few-waiting",
    }
)
"""What a command may not do, though it could: what is open, locked or hidden."""


FINDINGS_FOR = frozenset({"package-has-errors", "package-without-ids"})
"""What a command did not do because of what it found."""


def exit_for(code: str) -> int:
    """Return the exit code of a command that met this problem."""
    if code in FINDINGS_FOR:
        return FINDINGS
    return REFUSED if code in REFUSED_FOR else COULD_NOT_RUN
