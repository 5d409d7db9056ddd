"""Another language, larger text, other colours, in the middle of something."""

from __future__ import annotations

from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.hands import Key, Modifier
from kursapp.demo.waiting import wait_until
from kursapp.ui import i18n
from kursapp.ui.i18n import _
from kursapp.ui.widgets.reflection_view import ReflectionView

TEXT = "Vi hjelper barn som ikke har det trygt"


def test_another_language_loses_nothing(kari: Driver) -> None:
    """Bokmål, nynorsk, English and back: what was typed a moment before stands there in all of them."""
    kari.find_and_go("Hvorfor finnes vi")
    kari.write(kari.one(ReflectionView, kari.page).field, TEXT)
    for language, own_name in (("nn", "Nynorsk"), ("en", "English"), ("nb", "Bokmål")):
        kari.place(_("Innstillinger"))
        kari.choose(f"{_('Språk i programmet')}: {own_name}")
        wait_until(lambda wanted=language: i18n.language() == wanted, own_name)
        kari.settle()
        kari.find_and_go("Hvorfor finnes vi")
        assert _("Refleksjon") in kari.words(kari.page)
        assert kari.one(ReflectionView, kari.page).field.text() == TEXT
    assert kari.window.sidebar.buttons[0].place.text == "Hjem"


def test_larger_text_keeps_the_place_and_the_words(kari: Driver) -> None:
    """Twice the text size while writing: the words stay, the caret stays, and the field can still be seen."""
    kari.find_and_go("Hvorfor finnes vi")
    field = kari.one(ReflectionView, kari.page).field
    kari.write(field, TEXT)
    for _step in range(4):
        hands.press(Key.Key_Left)
    before = field.caret()
    while kari.program.theme.look.zoom < 200:
        kari.key(Key.Key_Plus, Modifier.ControlModifier)
    assert (field.text(), field.caret()) == (TEXT, before)
    assert field.hasFocus()
    assert not field.visibleRegion().isEmpty()
    kari.restart()
    assert kari.program.theme.look.zoom == 200
    kari.push("Fortsett")
    again = kari.one(ReflectionView, kari.page).field
    assert (again.text(), again.caret()) == (TEXT, before)
    kari.key(Key.Key_0, Modifier.ControlModifier)
    assert kari.program.theme.look.zoom == 100


def test_other_colours_are_worn_by_what_is_open(kari: Driver) -> None:
    """High contrast chosen in Innstillinger is worn at once by the page that was open, and the next day."""
    kari.find_and_go("Hvorfor finnes vi")
    kari.place("Innstillinger")
    kari.choose("Farger: Høy kontrast")
    kari.find_and_go("Hvorfor finnes vi")
    ground = kari.window.grab().toImage().pixelColor(kari.window.width() - 40, kari.window.height() // 2)
    assert ground == kari.program.theme.color("canvas")
    kari.restart()
    assert kari.program.theme.name == "contrast"
