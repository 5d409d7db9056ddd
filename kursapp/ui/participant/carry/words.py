"""What is said in the same way on several of these screens."""

from __future__ import annotations

from kursapp.ui.i18n import _, n_, number

_STEP = 1000


def size_words(size: int) -> str:
    """Write a number of bytes as people read it: ``3,4 MB``."""
    if size < _STEP:
        return n_("{n} byte", "{n} byte", size).format(n=size)
    if size < _STEP**2:
        return _("{n} kB").format(n=number(size / _STEP, 0))
    if size < _STEP**3:
        return _("{n} MB").format(n=number(size / _STEP**2))
    return _("{n} GB").format(n=number(size / _STEP**3))


def files_words(count: int) -> str:
    """Write a number of files."""
    return n_("{n} fil", "{n} filer", count).format(n=number(count, 0))


def listed(rows: tuple[str, ...] | list[str]) -> str:
    """Write things under each other."""
    return "\n".join(f"•  {row}" for row in rows)
