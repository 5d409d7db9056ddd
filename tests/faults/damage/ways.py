"""The ways a file is damaged: what disks, interrupted copies and other programs do to it.

A database is pages of one size: a header, trees of tables and indexes, what flows over from long rows, free pages
(SQLite's «Database File Format»). Damage is made by place, since every kind of page has a place, and chance finds all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from random import Random

PAGE = 4096
SECTOR = 512
HEADER_FIELDS = {
    "merket": (0, 16),
    "sidestørrelsen": (16, 2),
    "skriveutgaven": (18, 1),
    "leseutgaven": (19, 1),
    "plassen på slutten": (20, 1),
    "brøkene": (21, 3),
    "antall sider": (28, 4),
    "første ledige side": (32, 4),
    "antall ledige sider": (36, 4),
    "skjemautgaven": (44, 4),
    "tegnsettet": (56, 4),
    "utgaven": (60, 4),
    "programmet": (68, 4),
}
Made = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Damage:
    """One way: what was done, and what becomes of the bytes."""

    name: str
    made: Made


def damages(chance: Random, size: int, number: int) -> tuple[Damage, ...]:
    """Return so many different damages of a file of ``size`` bytes: the certain ones first, then by chance."""
    return tuple(islice(chain(_whole_file(chance), _header(chance), _places(chance, size)), number))


def some(chance: Random, size: int, number: int) -> tuple[Damage, ...]:
    """Return a choice of all kinds, for a short run."""
    everything = damages(chance, size, 80)
    return tuple(chance.sample(everything, min(number, len(everything))))


def bytes_changed(chance: Random, size: int, number: int) -> tuple[Damage, ...]:
    """Return so many damages of a file that is no database: cut off, changed, mixed with others."""
    return tuple(islice(chain(_whole_file(chance), _bytes(chance, size)), number))


def _whole_file(chance: Random) -> Iterator[Damage]:
    yield Damage("tom", lambda _data: b"")
    yield Damage("én byte", lambda data: data[:1])
    yield Damage("bare nuller", lambda data: bytes(len(data)))
    yield Damage("bare de første 100", lambda data: data[:100])
    yield Damage("bare den første siden", lambda data: data[:PAGE])
    yield Damage("avkortet midt i", lambda data: data[: len(data) // 2])
    yield Damage("mangler siste side", lambda data: data[:-PAGE] if len(data) > PAGE else data[:-1])
    yield Damage("mangler siste byte", lambda data: data[:-1])
    yield Damage("mangler siste sektor", lambda data: data[:-SECTOR])
    yield Damage("begynner én byte for sent", lambda data: data[1:])
    yield Damage("snudd", lambda data: data[::-1])
    yield Damage("et bilde", lambda _data: b"\x89PNG\r\n\x1a\n" + chance.randbytes(9000))
    yield Damage("en tekst", lambda _data: b"Dette er en annen fil.\n" * 500)
    yield Damage("tilfeldige byte", lambda data: chance.randbytes(len(data)))


def _header(chance: Random) -> Iterator[Damage]:
    for name, (start, length) in HEADER_FIELDS.items():
        yield Damage(f"hodet: {name}", _put(start, bytes(each ^ 0xA5 for each in chance.randbytes(length))))
    yield Damage("hodet: alt", _put(0, bytes(100)))


def _places(chance: Random, size: int) -> Iterator[Damage]:
    pages = max(2, size // PAGE)
    while True:
        page, other = chance.randrange(pages), chance.randrange(pages)
        at = page * PAGE
        yield Damage(f"side {page + 1} nullet", _put(at, bytes(PAGE)))
        yield Damage(f"side {page + 1}: hodet nullet", _put(at + (100 if page == 0 else 0), bytes(12)))
        sector = at + SECTOR * chance.randrange(PAGE // SECTOR)
        yield Damage(f"sektor {sector // SECTOR} nullet", _put(sector, bytes(SECTOR)))
        yield Damage(f"sektor {sector // SECTOR} av noe annet", _put(sector, chance.randbytes(SECTOR)))
        if page != other:
            yield Damage(f"side {page + 1} og {other + 1} byttet", _swap(page, other))
            yield Damage(f"side {page + 1} skrevet på plassen til {other + 1}", _copy(page, other))
        spot = chance.randrange(size)
        yield Damage(f"byte {spot} endret", _flip(spot, 1 << chance.randrange(8)))


def _bytes(chance: Random, size: int) -> Iterator[Damage]:
    while True:
        spot, length = chance.randrange(size), chance.randrange(1, 64)
        yield Damage(f"bit i byte {spot} endret", _flip(spot, 1 << chance.randrange(8)))
        yield Damage(f"{length} byte fra {spot} nullet", _put(spot, bytes(length)))
        yield Damage(f"{length} byte fra {spot} borte", lambda data, a=spot, n=length: data[:a] + data[a + n :])  # type: ignore[misc]
        yield Damage(f"avkortet ved {spot}", lambda data, a=spot: data[:a])  # type: ignore[misc]
        yield Damage(f"{length} byte skutt inn ved {spot}", _insert(spot, chance.randbytes(length)))


def _put(start: int, put: bytes) -> Made:
    return lambda data: data[:start] + put[: max(0, len(data) - start)] + data[start + len(put) :]


def _insert(start: int, put: bytes) -> Made:
    return lambda data: data[:start] + put + data[start:]


def _flip(at: int, mask: int) -> Made:
    return lambda data: data[:at] + bytes([data[at] ^ mask]) + data[at + 1 :]


def _swap(one: int, other: int) -> Made:
    def made(data: bytes) -> bytes:
        first, second = (data[each * PAGE : (each + 1) * PAGE] for each in (one, other))
        return _put(other * PAGE, first)(_put(one * PAGE, second)(data))

    return made


def _copy(one: int, other: int) -> Made:
    return lambda data: _put(other * PAGE, data[one * PAGE : (one + 1) * PAGE])(data)
