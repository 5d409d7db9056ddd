"""What a person has chosen and how the window was left: one frozen value, kept as JSON with a version.

Standard library only, and named tuples rather than dataclasses, since the settings are read before the first window is
painted and three dataclasses take 8 ms to make. The file itself is ``files.settings_file``. Reading forgives: a value
that cannot be is replaced by its default and named, unknown keys (from a newer program) are carried along and written
back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

VERSION = 1
"""The version of the file. A higher one was written by a newer program."""

WORKSPACES = ("participant", "author", "coordinator")
THEMES = ("system", "light", "dark", "contrast")
FONTS = ("source-sans", "atkinson")
LANGUAGES = ("nb", "nn", "en")
SPEECH = ("slow", "normal", "fast", "faster")
LOCK_AFTER = (0, 5, 15, 30)
SMALLEST_ZOOM, LARGEST_ZOOM = 80, 200


class WindowPlace(NamedTuple):
    """Where the window stood, in logical pixels; ``screen`` is the screen's name. Checked against present screens."""

    x: int
    y: int
    width: int
    height: int
    maximized: bool = False
    screen: str = ""


class Settings(NamedTuple):
    """Everything that is remembered about the program and not about the course.

    ``workspace`` is empty until first start is done. ``text_zoom`` is per cent, 80–200. ``splitters`` are sizes by the
    splitter's name. ``folded`` names panels the person folded herself. ``speech`` is how fast pages are
    read aloud. ``lock_after`` is how many minutes without a key or the mouse lock a profile with a passphrase, 0 never.
    ``unknown`` are keys of a newer version.
    """

    workspace: str = ""
    theme: str = "system"
    text_zoom: int = 100
    font: str = "source-sans"
    language: str = "nb"
    last_profile: str = ""
    window: WindowPlace | None = None
    splitters: Mapping[str, tuple[int, ...]] = MappingProxyType({})
    folded: frozenset[str] = frozenset()
    speech: str = "normal"
    lock_after: int = 15
    unknown: Mapping[str, object] = MappingProxyType({})


def to_json(settings: Settings) -> str:
    """Write settings as the text of their file."""
    import json

    document: dict[str, object] = {**settings.unknown, "version": VERSION}
    for name in _READERS:
        document[name] = getattr(settings, name)
    if settings.window is not None:
        document["window"] = settings.window._asdict()
    document["splitters"] = {name: list(sizes) for name, sizes in settings.splitters.items()}
    document["folded"] = sorted(settings.folded)
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


class Reading(NamedTuple):
    """What a settings file held. ``refused``: keys whose values could not be and were left at their default."""

    settings: Settings
    refused: tuple[str, ...] = ()
    newer: bool = False


def from_json(text: str) -> Reading:
    """Read the text of a settings file. Raises ValueError where it is not the JSON of an object at all."""
    # The first start has no file to read, and is painted without the reader.
    import json

    try:
        document = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if "\\ud" in text.lower():
        # Half a character can be read and never written back. UnicodeEncodeError is a ValueError.
        json.dumps(document, ensure_ascii=False).encode("utf-8")
    if not isinstance(document, dict):
        raise ValueError("no settings object")
    values: dict[str, object] = {}
    refused = []
    for name, reader in _READERS.items():
        if name in document:
            try:
                values[name] = reader(document[name])
            except (TypeError, ValueError, KeyError):
                refused.append(name)
    version = _version(document)
    if version is None:
        refused.append("version")
    known = {*_READERS, "version"}
    values["unknown"] = MappingProxyType({name: value for name, value in document.items() if name not in known})
    settings = Settings(**values)  # type: ignore[arg-type] # each reader returns its field's type
    return Reading(settings, tuple(refused), newer=(version or 0) > VERSION)


def _version(document: dict[str, object]) -> int | None:
    version = document.get("version")
    return version if type(version) is int and version >= 1 else None


def _one_of(choices: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in choices:
            raise ValueError(value)
        return str(value)

    return read


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if type(value) is not int or abs(value) > 1_000_000:
        raise TypeError(value)
    return value


def _zoom(value: object) -> int:
    number = _number(value)
    if not SMALLEST_ZOOM <= number <= LARGEST_ZOOM:
        raise ValueError(value)
    return number


def _minutes(value: object) -> int:
    number = _number(value)
    if number not in LOCK_AFTER:
        raise ValueError(number)
    return number


def _window(value: object) -> WindowPlace | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise TypeError(value)
    width, height = _number(value["width"]), _number(value["height"])
    if width < 1 or height < 1:
        raise ValueError(value)
    maximized, screen = value.get("maximized") is True, _text(value.get("screen", ""))
    return WindowPlace(_number(value["x"]), _number(value["y"]), width, height, maximized, screen)


def _splitters(value: object) -> Mapping[str, tuple[int, ...]]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return MappingProxyType({name: tuple(_number(size) for size in sizes) for name, sizes in value.items()})


def _folded(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise TypeError(value)
    return frozenset(_text(name) for name in value)


_READERS: dict[str, Callable[[object], object]] = {
    "workspace": _one_of(("", *WORKSPACES)),
    "theme": _one_of(THEMES),
    "text_zoom": _zoom,
    "font": _one_of(FONTS),
    "language": _one_of(LANGUAGES),
    "last_profile": _text,
    "window": _window,
    "splitters": _splitters,
    "folded": _folded,
    "speech": _one_of(SPEECH),
    "lock_after": _minutes,
}
