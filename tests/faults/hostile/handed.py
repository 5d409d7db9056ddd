"""Cohort, answer, progress, moving and key files made to be believed, or to take the program down."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.faults.hostile.made import Named

_DATA = Path(__file__).parents[2] / "data"
Change = Callable[[dict[str, Any]], object]

COHORT_CHANGES: dict[str, Change] = {
    "ukjent-felt": lambda c: c.update(navn=["Kari"]),
    "uten-felt": lambda c: c.pop("token"),
    "id-sti": lambda c: c.update(id="../../../ut"),
    "navn-uten-ende": lambda c: c.update(name="x" * 500_000),
    "navn-snudd": lambda c: c.update(name="Vår\u202egnaerts"),
    "navn-styretegn": lambda c: c.update(name="Vår\x1b[2J"),
    "én-mottaker": lambda c: c.update(recipients=c["recipients"][:1]),
    "ni-mottakere": lambda c: c.update(recipients=c["recipients"] * 5),
    "fremmed-nøkkel": lambda c: c["recipients"][0].update(public_key="A" * 43 + "="),
    "tusen-skjemaer": lambda c: c.update(forms=c["forms"] * 900),
    "lengde-av-disken": lambda c: c["forms"][0].update(length=2**50),
    "grense-én": lambda c: c["rules"].update(k=1),
    "grense-minus": lambda c: c["rules"].update(k=-5),
    "beholdes-for-alltid": lambda c: c["rules"].update(keep_until="9999-99-99"),
    "skjema-byttet": lambda c: c["forms"][0]["form"].update(title="Et annet skjema"),
    "nyere": lambda c: c.update(version=99),
    "tall-som-tekst": lambda c: c.update(version="1"),
}


def hostile_handed() -> Iterator[Named]:
    """Yield every hostile file of these kinds by a file name."""
    yield from _cohorts()
    yield from _sealed("svar", (_DATA / "answers-1.svar").read_bytes())
    yield from _sealed("fremdrift", (_DATA / "progress-1.fremdrift").read_bytes())
    yield from _parcels((_DATA / "profile-1.flytt").read_bytes())
    yield from _keys((_DATA / "key-1.nokkel").read_bytes())


def _cohorts() -> Iterator[Named]:
    data = (_DATA / "cohort-1.kull").read_bytes()
    for name, change in COHORT_CHANGES.items():
        stored = json.loads(data)
        change(stored)
        yield f"{name}.kull", json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode()
    yield "kuttet.kull", data[: len(data) // 2]
    yield "noe-etter.kull", data + b" "
    yield "to-ganger.kull", data[:-1] + b',"simulated":false}'
    yield "dyp.kull", b"[" * 500_000
    yield "dyp-på-plass.kull", data.replace(b'"rules":{', b'"rules":{"x":' + b"[" * 200_000, 1)
    yield "utf16.kull", data.decode().encode("utf-16")
    yield "enorm.kull", lambda: b" " * 30_000_000


def _sealed(suffix: str, data: bytes) -> Iterator[Named]:
    yield f"tom.{suffix}", b""
    yield f"brev.{suffix}", b"Kjaere koordinator, her er svarene. " * 99
    yield f"kuttet-i-hodet.{suffix}", data[:40]
    yield f"nyere.{suffix}", data[:8] + b"\xff\xff" + data[10:]
    yield f"mange-mottakere.{suffix}", data[:58] + b"\xff" + data[59:80]
    yield f"annen-slags.{suffix}", bytes([data[0] ^ 1]) + data[1:]
    yield f"enorm.{suffix}", lambda: data[:100] + bytes(40_000_000)
    yield f"pakke.{suffix}", b"PK\x03\x04" + bytes(300)


def _parcels(data: bytes) -> Iterator[Named]:
    yield "tom.flytt", b""
    yield "brev.flytt", b"Hei " * 999
    yield "kuttet.flytt", data[: len(data) // 2]
    yield "kuttet-i-hodet.flytt", data[:30]
    yield "noe-etter.flytt", data + b"mer"
    yield "dyr-nøkkel.flytt", data[:10] + b"\xff\xff\xff\xff" + data[14:]
    yield "mye-minne.flytt", data[:14] + b"\xff" * 8 + data[22:]
    yield "løgn-om-lengden.flytt", data[:-1]
    yield "nyere.flytt", data[:8] + b"\xff\xff" + data[10:]


def _keys(data: bytes) -> Iterator[Named]:
    yield "tom.nokkel", b""
    yield "dyp.nokkel", b"[" * 300_000
    yield "mye-minne.nokkel", data.replace(b'"memory":', b'"memory":9999', 1)
    yield "ukjent-felt.nokkel", data[:-1] + b',"a":1}'
    yield "enorm.nokkel", lambda: b"[" + b"1," * 9_000_000 + b"1]"


STATE_FILES = ("settings.json", "start.json", "profiler/{profile}/profil.json")
"""Files beside the databases that are read at a start, by where they lie in the data folder."""


def hostile_state() -> Iterator[Named]:
    """Yield what may stand in any of the small files that are read at a start."""
    yield "tom", b""
    yield "null", bytes(4_000)
    yield "dyp-liste", b"[" * 300_000
    yield "dypt-objekt", b'{"a":' * 100_000
    yield "liste", b"[]"
    yield "tall", b"1e999"
    yield "langt-tall", b'{"version": ' + b"9" * 20_000 + b"}"
    yield "utf16", '{"version": 1}'.encode("utf-16")
    yield "surrogat", b'{"name": "\\ud800", "version": 1, "title": "\\udfff"}'
    yield "nyere", b'{"version": 999999, "format": 99}'
    yield (
        "andre-slag",
        b'{"version": [], "workspace": {}, "text_zoom": "x", "window": 7, "splitters": [1], "folded": 3}',
    )
    yield (
        "utenfor",
        (
            b'{"version": 1, "workspace": "../../ut", "text_zoom": 1e308, "language": "../x",'
            b'"window": {"x": 1e99, "y": -1e99, "width": 99999999999, "height": -5, "maximized": 3, "screen": 4}}'
        ),
    )
    yield "nan", b'{"version": 1, "text_zoom": NaN, "fill": [NaN, Infinity, -Infinity]}'
    yield "stort", b'{"version": 1, "a": "' + b"x" * 20_000_000 + b'"}'
    yield (
        "html",
        b'{"version": 1, "title": "<img src=x><script>a</script>", "name": "<b>Kari</b>", "page_title": "</a>"}',
    )
    yield "snudd", b'{"version": 1, "name": "\\u202eiraK", "title": "\\u202e"}'
