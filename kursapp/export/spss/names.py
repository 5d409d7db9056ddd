"""Names of variables that SPSS takes, made from ids."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 64
_RESERVED = frozenset(("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"))
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "Ae", "Ø": "O", "Å": "A"})


class Names:
    """Gives each variable a name of its own: letters, digits and ``_``, told apart without regard to case."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, *parts: str) -> str:
        """Return a name made of the parts that no other variable has."""
        plain = unicodedata.normalize("NFKD", "_".join(parts).translate(_LETTERS)).encode("ascii", "ignore").decode()
        name = re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_")
        if not name[:1].isalpha() or name.lower() in _RESERVED:
            name = f"v_{name}".rstrip("_")
        name = name[:LONGEST].rstrip("_")
        free, number = name, 1
        while free.lower() in self._taken:
            number += 1
            free = f"{name[: LONGEST - len(str(number)) - 1]}_{number}"
        self._taken.add(free.lower())
        return free
