"""What the screen of pages does with notes: bookmarks, the way to a note, and marks that outlive a restart."""

from __future__ import annotations

from kursapp.domain.annotation import Anchor, AnnotationKind
from kursapp.ui.navigation import noted, page
from kursapp.ui.participant.notes_beside.head_tools import HeadTools
from tests.ui.participant.notes_beside.conftest import SESSION, AtPage, SitBeside
from tests.ui.participant.notes_beside.test_pane import GONE


def tools(at: AtPage) -> HeadTools:
    """Return the buttons above the page's title."""
    found = at.sitting.view().findChild(HeadTools)
    assert isinstance(found, HeadTools)
    return found


def test_a_bookmark_is_set_and_taken_away(at: AtPage) -> None:
    """Another icon and another name tell it, and the profile keeps one."""
    assert tools(at).bookmark.isVisible()
    tools(at).bookmark.click()
    at.settle()
    assert [each.kind for each in at.kept()] == [AnnotationKind.BOOKMARK]
    assert not tools(at).bookmark.isVisible()
    assert tools(at).bookmarked.accessibleName() == "Fjern bokmerket fra siden"
    tools(at).bookmarked.click()
    at.settle()
    assert at.kept() == []
    assert tools(at).bookmark.isVisible()


def test_the_button_counts_the_notes(at: AtPage) -> None:
    """The bookmark is no note."""
    at.put("senest innen én uke")
    at.note("Om siden")
    at.beside.toggle_bookmark()
    at.settle()
    assert tools(at).notes_button.accessibleName() == "Notater på siden: 2"


def test_marks_are_there_after_a_restart(sit_beside: SitBeside) -> None:
    """Closed and opened again, the page is marked as it was."""
    at = sit_beside()
    at.put("senest innen én uke", "pink")
    again = sit_beside()
    assert again.marked() == [("senest innen én uke", "pink")]


def test_marks_keep_to_their_words_when_the_course_changes(sit_beside: SitBeside) -> None:
    """Text before them moves them; words that are gone are told to be lost, in the file too, until they are back."""
    at = sit_beside()
    kept = at.put("senest innen én uke", "green")
    gone = at.put("Frister er frister", "blue")
    changed = SESSION.replace("En melding skal", "Nytt først. En melding skal").replace("Frister er frister.", "")
    at = sit_beside(session=changed)
    assert at.marked() == [("senest innen én uke", "green")]
    assert {each.id: each.lost for each in at.kept()} == {kept.id: False, gone.id: True}
    at = sit_beside(session=SESSION)
    assert len(at.marked()) == 2
    assert not any(each.lost for each in at.kept())


def test_a_page_that_has_moved_to_another_session_keeps_its_notes(sit_beside: SitBeside) -> None:
    """The page's id decides."""
    at = sit_beside()
    at.put("senest innen én uke")
    head = "## Frister\n<!-- id: frister -->"
    moved = SESSION.replace(head, f"## Ny\n<!-- id: ny -->\nNoe.\n\n{head}")
    at = sit_beside(session=moved)
    assert at.marked() == [("senest innen én uke", "yellow")]


def go_to_note(at: AtPage, page_id: str, note_id: str) -> None:
    """Go to a note as Søk and Mine notater do."""
    course = at.sitting.opened().course.id
    at.sitting.navigator.go(page(course, "s1", page_id, spot=noted(note_id)))
    at.sitting.wait_for(lambda: at.sitting.view().ground.page.id == page_id and at.notes.is_read, "the page")
    at.settle()


def test_one_comes_to_the_words_of_a_note(sit_beside: SitBeside) -> None:
    """From another page, the words are in view."""
    at = sit_beside("lang")
    made = at.put("Avsnitt 25.")
    at.go("siste")
    go_to_note(at, "lang", made.id)
    text = at.texts()[0]
    rect = text.mark_rect(text.marks("highlight")[0])
    assert rect is not None
    seen = text.visibleRegion().boundingRect()
    assert seen.top() <= rect.top() <= seen.bottom()


def test_one_comes_to_a_note_whose_words_are_gone(at: AtPage) -> None:
    """The note itself is shown beside the page, with the keyboard in it."""
    lost = at.keep(GONE, note="Min tanke")
    at.go("siste")
    go_to_note(at, "frister", lost.id)
    card = at.pane.card(lost.id)
    assert card is not None
    assert card.field is not None
    assert card.field.hasFocus()


def test_a_note_that_is_gone_is_told(at: AtPage) -> None:
    """The page opens all the same."""
    at.go("siste")
    go_to_note(at, "frister", "finnes-ikke")
    assert at.sitting.heard[-1] == "Notatet finnes ikke lenger."


def test_a_page_without_text_takes_notes_too(sit_beside: SitBeside) -> None:
    """A quiz has no running text to mark; its bookmark and its notes are the page's."""
    quiz = (
        SESSION
        + "\n## Prøve\n<!-- id: prove | type: quiz -->\n### Spørsmål: Hva?\n<!-- id: q9 -->\n- [x] Dette\n- [ ] Hint\n"
    )
    at = sit_beside("prove", session=quiz)
    at.note("Om quizen")
    assert at.texts() == []
    assert [each.words for each in at.notes.notes.of_page] == ["Om quizen"]
    at.keep(Anchor("ord som ikke er her"))
    assert len(at.notes.notes.lost) == 1
