"""Images and figures made to do harm when they are looked at or drawn."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from tests.faults.hostile.made import Named

_BOX = '<rect width="9" height="9"/>'
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def hostile_pictures(bait: Path) -> Iterator[Named]:
    """Yield every hostile image by a file name."""
    for name, text in _figures(bait).items():
        yield f"{name}.svg", text.encode()
    yield from _images()


def _figures(bait: Path) -> dict[str, str]:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    nested = "<g>" * 5_000 + "</g>" * 5_000
    digits = "1" * 400_000
    lines, dense = " L9 9" * 180_000, " L9 9 L0 9" * 60_000
    return {
        "milliard-latter": f'<!DOCTYPE svg [<!ENTITY a0 "ha">{laughs}]>{_SVG}<text>&a11;</text></svg>',
        "entitet-fil": f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{bait}/hemmelig.md">]>{_SVG}<text>&x;</text></svg>',
        "ytre-dtd": f'<!DOCTYPE svg SYSTEM "file://{bait}/hemmelig.dtd">{_SVG}{_BOX}</svg>',
        "skript": f'{_SVG}<script>alert(1)</script><rect onclick="a()" width="9" height="9"/></svg>',
        "bilde-i-figur": f'{_SVG}<image xlink:href="file://{bait}/hemmelig.png" width="9" height="9"/></svg>',
        "bruk-i-ring": f'{_SVG}<g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g></svg>',
        "filter": f'{_SVG}<filter id="f"><feGaussianBlur stdDeviation="99999"/></filter><g filter="url(#f)"/></svg>',
        "stil-nett": f'{_SVG}<style>@import url(//eksempel.no/a);</style><g style="fill:url(//eksempel.no)"/></svg>',
        "dyp": f"{_SVG}{nested}</svg>",
        "mange": f"{_SVG}{_BOX * 30_000}</svg>",
        "lang-vei": f'{_SVG}<path d="M0 0{lines}"/></svg>',
        "enorme-tall": f'{_SVG}<rect x="1e308" width="1e400" height="9e99"/><text font-size="1e9">a</text></svg>',
        "uendelig-strek": f'{_SVG}<line x2="99999" stroke="#000" stroke-dasharray="0.000001"/></svg>',
        "tall-regex": f'{_SVG}<path d="{digits}e"/></svg>',
        "uten-storrelse": '<svg xmlns="http://www.w3.org/2000/svg">{_BOX}</svg>',
        "ikke-xml": "<svg" + "<" * 50_000,
        "utf16": f"{_SVG}</svg>",
        "overgang-i-ring": f'{_SVG}<linearGradient id="a" xlink:href="#a"/><g fill="url(#a)">{_BOX}</g></svg>',
        "tette-streker": f'{_SVG}<path d="M0 0{dense}" stroke="#000" stroke-width="99999"/></svg>',
    }


def _images() -> Iterator[Named]:
    yield "enorm.png", _png(60_000, 60_000)
    yield "bombe.png", lambda: _png(3_900, 3_900, zlib.compress(bytes(3_900 * 3_901 * 4)))
    yield "hodeløs.png", b"\x89PNG\r\n\x1a\n" + bytes(40)
    yield "null.png", _png(0, 0)
    yield "avkuttet.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(3)
    yield "markører.jpg", b"\xff\xd8" + b"\xff\xe0\x00\x02" * 250_000
    yield "enorm.gif", b"GIF89a\xff\xff\xff\xff" + bytes(20)
    yield "ikke-webp.webp", b"RIFF\xff\xff\xff\xffWEBPVP8X" + b"\xff" * 20
    yield "egentlig-svg.png", f"{_SVG}<script/></svg>".encode()


def sound_png() -> bytes:
    """Return an image of one black pixel."""
    return _png(1, 1, zlib.compress(bytes(5)))


def _png(width: int, height: int, packed: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
