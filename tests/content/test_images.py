"""An image's size is read from its header, and too large or damaged ones are told."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.images import image_problem, image_size


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x02\0\0\0"


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0"


def jpeg(width: int, height: int) -> bytes:
    segments = b"\xff\xe0\x00\x10JFIF" + b"\0" * 10 + b"\xff\xff\xe1\x00\x04ab" + b"\xff\xc4\x00\x03x"
    return b"\xff\xd8" + segments + b"\xff\xc2\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"


def webp_lossy(width: int, height: int) -> bytes:
    return b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height)


def webp_lossless(width: int, height: int) -> bytes:
    return b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14)


def webp_extended(width: int, height: int) -> bytes:
    sizes = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + sizes


FORMATS = [png, gif, jpeg, webp_lossy, webp_lossless, webp_extended]


@pytest.mark.parametrize("make", FORMATS)
def test_each_format_tells_its_size(make: object) -> None:
    """Width and height, not swapped."""
    assert callable(make)
    assert image_size(make(640, 480)) == (640, 480)
    assert image_problem(make(640, 480)) == ""


def test_sixteen_megapixels_is_the_most() -> None:
    """One row more is too large."""
    assert image_problem(png(4000, 4000)) == ""
    assert image_problem(png(4000, 4001)) == "image-too-large"
    assert image_problem(png(2**31, 2**31)) == "image-too-large"


@pytest.mark.parametrize("data", [b"", b"BM" + b"\0" * 60, b"<svg/>", png(0, 5), jpeg(5, 5)[:20], b"\xff\xd8\xff\xd9"])
def test_what_is_no_image_is_unreadable(data: bytes) -> None:
    """Other formats, empty pictures and cut-off headers."""
    assert image_problem(data) == "image-unreadable"


@given(st.sampled_from(FORMATS), st.integers(0, 60), st.binary(max_size=30))
def test_no_bytes_raise(make: object, cut: int, rest: bytes) -> None:
    """Any beginning and any end give an answer."""
    assert callable(make)
    assert image_problem(make(9, 9)[:cut] + rest) in {"", "image-unreadable", "image-too-large"}
