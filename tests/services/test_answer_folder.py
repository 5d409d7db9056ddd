"""The folder participants hand in to is read once, and again where something in it is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.services import answer_folder
from kursapp.services.answer_folder import AnswerFolder


def test_a_file_is_given_once_and_again_when_it_has_changed(tmp_path: Path) -> None:
    """A file cut short by a stick pulled out is given anew when it is whole."""
    first, second = tmp_path / "b.svar", tmp_path / "a.fremdrift"
    first.write_bytes(b"half")
    second.write_bytes(b"x")
    folder = AnswerFolder(tmp_path)
    assert folder.fresh() == (second, first)
    assert folder.fresh() == ()
    first.write_bytes(b"half and whole")
    assert folder.fresh() == (first,)
    folder.forget()
    assert folder.fresh() == (second, first)


def test_folders_below_are_looked_into_but_not_for_ever(tmp_path: Path) -> None:
    """A mail program's folders are read; a link that leads in a circle, and what lies very deep, are not."""
    near, deep = tmp_path / "post" / "1", tmp_path / "1" / "2" / "3" / "4" / "5"
    for folder in (near, deep):
        folder.mkdir(parents=True)
        (folder / "x.SVAR").write_bytes(b"x")
    (tmp_path / "ring").symlink_to(tmp_path)
    assert AnswerFolder(tmp_path).fresh() == (near / "x.SVAR",)


def test_what_is_not_called_an_answer_is_counted_and_what_is_hidden_is_not(tmp_path: Path) -> None:
    """A renamed file is never passed over in silence."""
    for name in ("svar.txt", "x.svar.pdf", ".DS_Store", "~$notat.docx"):
        (tmp_path / name).write_bytes(b"x")
    folder = AnswerFolder(tmp_path)
    assert folder.fresh() == ()
    assert folder.others == 2


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    """A stick pulled out is one sentence."""
    with pytest.raises(KursappError) as caught:
        AnswerFolder(tmp_path / "E").fresh()
    assert caught.value.problem.code == "answer-folder-gone"


def test_a_whole_disk_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choosing the wrong folder ends with a sentence, not with an hour of reading."""
    monkeypatch.setattr(answer_folder, "MOST_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.txt").write_bytes(b"")
    with pytest.raises(KursappError) as caught:
        AnswerFolder(tmp_path).fresh()
    assert caught.value.problem.code == "answer-folder-full"
