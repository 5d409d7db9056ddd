"""Dictionaries are found where systems, LibreOffice and people keep them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.services import dictionaries
from kursapp.services.dictionaries import find_dictionary, places_here, usual_places
from tests.services.small_dictionary import write_dictionary


def test_a_dictionary_is_found_by_its_language(tmp_path: Path) -> None:
    """Bokmål, nynorsk and English each have their own, and none has another's."""
    write_dictionary(tmp_path / "a", "nb_NO")
    write_dictionary(tmp_path / "b", "nn-NO")
    assert [getattr(find_dictionary(language, [tmp_path]), "name", None) for language in ("nb", "nn", "en")] == [
        "nb_NO",
        "nn-NO",
        None,
    ]


def test_an_extension_of_an_office_is_looked_into(tmp_path: Path) -> None:
    """LibreOffice keeps each dictionary in a folder of its own, some folders down."""
    deep = tmp_path / "cache" / "uno_packages" / "lu1.tmp_" / "dict-no.oxt" / "nb"
    write_dictionary(deep)
    found = find_dictionary("nb", [tmp_path / "gone", tmp_path])
    assert found is not None
    assert found.folder == deep


def test_the_first_place_wins_and_the_best_name_in_it(tmp_path: Path) -> None:
    """The person's own comes before the system's; British English before American."""
    write_dictionary(tmp_path / "own", "no_NO")
    write_dictionary(tmp_path / "system", "nb_NO")
    write_dictionary(tmp_path / "system", "en_US")
    write_dictionary(tmp_path / "system", "en_GB")
    places = [tmp_path / "own", tmp_path / "system"]
    assert getattr(find_dictionary("nb", places), "name", None) == "no_NO"
    assert getattr(find_dictionary("en", places), "name", None) == "en_GB"


def test_half_a_dictionary_is_none(tmp_path: Path) -> None:
    """Both files are needed, neither empty nor larger than any dictionary is."""
    write_dictionary(tmp_path)
    (tmp_path / "nb_NO.aff").write_bytes(b"")
    assert find_dictionary("nb", [tmp_path]) is None
    (tmp_path / "nb_NO.aff").unlink()
    assert find_dictionary("nb", [tmp_path]) is None


def test_files_that_are_too_large_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has more bytes than any dictionary has is no dictionary."""
    write_dictionary(tmp_path)
    monkeypatch.setattr(dictionaries, "LARGEST", 10)
    assert find_dictionary("nb", [tmp_path]) is None


def test_a_search_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place with folders without number is searched for so long and no longer, and so is a deep one."""
    for number in range(20):
        (tmp_path / f"a{number:02}").mkdir()
    write_dictionary(tmp_path / "z")
    monkeypatch.setattr(dictionaries, "MOST_FOLDERS", 10)
    assert find_dictionary("nb", [tmp_path]) is None
    monkeypatch.setattr(dictionaries, "MOST_FOLDERS", 100)
    assert find_dictionary("nb", [tmp_path]) is not None
    monkeypatch.setattr(dictionaries, "DEEPEST", 0)
    assert find_dictionary("nb", [tmp_path]) is None


@pytest.mark.parametrize(
    ("system", "environment", "expected"),
    [
        ("linux", {}, "/usr/share/hunspell"),
        ("linux", {"DICPATH": "/ord"}, "/ord"),
        ("linux", {}, "/hjem/.config/libreoffice/4/user/uno_packages/cache/uno_packages"),
        ("darwin", {}, "/hjem/Library/Spelling"),
        ("darwin", {}, "/Applications/LibreOffice.app/Contents/Resources/extensions"),
        ("win32", {"ProgramFiles": "/P"}, "/P/LibreOffice/share/extensions"),
        ("win32", {"APPDATA": "/A"}, "/A/LibreOffice/4/user/uno_packages/cache/uno_packages"),
    ],
)
def test_where_each_system_keeps_them(system: str, environment: dict[str, str], expected: str) -> None:
    """Linux, macOS and Windows each have their places; the program's own comes first on all of them."""
    places = usual_places(Path("/eget"), system, environment, Path("/hjem"))
    assert places[0] == Path("/eget")
    assert Path(expected) in places
    assert len(set(places)) == len(places)


def test_this_machine_has_places(tmp_path: Path) -> None:
    """Asking is free, and the folder of one's own is among them."""
    assert places_here(tmp_path)[0] == tmp_path
