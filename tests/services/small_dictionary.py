"""A small dictionary of bokmål, with endings and compounds as the real one has them."""

from __future__ import annotations

from pathlib import Path

AFFIXES = """SET UTF-8
TRY esrtnalikodgmpuvfbhjyøåæ
COMPOUNDFLAG z
COMPOUNDMIN 4
SFX A Y 2
SFX A 0 en [^e]
SFX A 0 n e
"""

WORDS = (
    *("barn/A", "kart/A", "leder/A", "ledelse/A", "melding/A"),
    *("myndighet/A", "vurder", "vurdering/A", "ring/A", "fag"),
)


def write_dictionary(folder: Path, name: str = "nb_NO", words: tuple[str, ...] = WORDS) -> Path:
    """Write the two files of a dictionary and return their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text(AFFIXES, encoding="utf-8")
    (folder / f"{name}.dic").write_text("\n".join([str(len(words)), *words]) + "\n", encoding="utf-8")
    return folder
