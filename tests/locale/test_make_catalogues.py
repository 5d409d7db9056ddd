"""The tool keeps the catalogues in step with the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.make_catalogues import LANGUAGES, collect, files_of, main, translations

CODE = """
label(_("Neste"), tip=i18n._("Alt er lagret"))
said = n_("{n} side", "{n} sider", count).format(n=count)
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Write a package that says three things."""
    folder = tmp_path / "kursapp"
    (folder / "ui").mkdir(parents=True)
    (folder / "ui" / "page.py").write_text(CODE, encoding="utf-8")
    return folder


def fill(package: Path) -> None:
    """Translate everything there is, as a person does in the text file."""
    for language in LANGUAGES:
        po = files_of(package, language)[0]
        text = po.read_text(encoding="utf-8")
        text = text.replace('msgid "Neste"\nmsgstr ""', f'msgid "Neste"\nmsgstr "Neste {language}"')
        text = text.replace('"Alt er lagret"\nmsgstr ""', '"Alt er lagret"\nmsgstr "Alt er lagra"')
        text = text.replace('msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "{n} side"\nmsgstr[1] "{n} sider"')
        po.write_text(text, encoding="utf-8")


def files(package: Path) -> list[bytes]:
    """Return what is in all the catalogues."""
    return [file.read_bytes() for language in LANGUAGES for file in files_of(package, language)]


def test_what_is_new_is_told_and_once_translated_stays(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """First everything is to be translated, then nothing, and another run changes no byte."""
    assert main([], package) == 0
    told = capsys.readouterr().out
    assert "nn: to translate: Neste" in told
    assert "en: to translate: {n} side | {n} sider" in told
    assert main(["--check"], package) == 1
    fill(package)
    assert main(["--check"], package) == 1, "the compiled files are still the old ones"
    assert main([], package) == 0
    assert main(["--check"], package) == 0
    before = files(package)
    assert main([], package) == 0
    assert files(package) == before


def test_a_mended_sentence_leaves_and_its_translation_is_told(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is guessed from the old sentence, and the old translation can be used again."""
    main([], package)
    fill(package)
    main([], package)
    (package / "ui" / "page.py").write_text(CODE.replace("Neste", "Neste side"), encoding="utf-8")
    assert main(["--check"], package) == 1
    capsys.readouterr()
    main([], package)
    told = capsys.readouterr().out
    assert "nn: no longer used: Neste = Neste nn" in told
    assert "nn: to translate: Neste side" in told
    known = translations(files_of(package, "nn")[0])
    assert ("Neste",) not in known
    assert ("Neste side",) not in known
    assert ("Alt er lagret",) in known


def test_a_guess_is_no_translation(package: Path) -> None:
    """What is marked fuzzy is to be translated again."""
    main([], package)
    fill(package)
    po = files_of(package, "nn")[0]
    po.write_text(po.read_text(encoding="utf-8").replace('msgid "Neste"', '#, fuzzy\nmsgid "Neste"'), encoding="utf-8")
    assert ("Neste",) not in translations(po)
    main([], package)
    assert "fuzzy" not in po.read_text(encoding="utf-8")
    assert main(["--check"], package) == 1


def test_the_files_name_modules_and_no_machine(package: Path) -> None:
    """A message says which file it stands in, and nothing says when or where the catalogue was made."""
    main([], package)
    text = files_of(package, "nn")[0].read_text(encoding="utf-8")
    assert "#: kursapp/ui/page.py\n" in text
    assert str(package.parent) not in text
    assert "Date" not in text


def test_one_sentence_has_one_plural(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same sentence with two plurals is refused by name, for a catalogue can hold only one of them."""
    (package / "ui" / "other.py").write_text('said = n_("{n} side", "{n} ark", count)\n', encoding="utf-8")
    assert main([], package) == 1
    assert "«{n} side»" in capsys.readouterr().out
    assert not files_of(package, "nn")[0].exists()


def test_code_that_says_nothing_has_no_words(tmp_path: Path) -> None:
    """A package without messages has none."""
    (tmp_path / "empty.py").write_text("x = 1\n", encoding="utf-8")
    assert collect(tmp_path) == {}
