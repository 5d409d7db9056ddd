"""Pictures of a course: only listed ones, and in the colours of the theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument

from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.course_document import CourseDocument
from kursapp.ui.widgets.pictures import MOST_KEPT, Pictures, in_face, recoloured

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#0e5a64"/></svg>'
)
IMAGE = QTextDocument.ResourceType.ImageResource.value


def put(folder: Path, name: str, data: bytes) -> None:
    media = folder / "media"
    media.mkdir(exist_ok=True)
    (media / name).write_bytes(data)


def middle(image: QImage) -> str:
    return QColor(image.pixel(image.width() // 2, image.height() // 2)).name().upper()


def test_a_figure_wears_the_colours_of_the_theme(pictures: Pictures, theme: Theme, tmp_path: Path) -> None:
    """A light token colour in a figure is the dark one in the dark theme, and light again afterwards."""
    put(tmp_path, "figur.svg", SVG.encode())
    assert middle(pictures.image("figur.svg")) == "#0E5A64"
    theme.wear(Look("dark"))
    assert middle(pictures.image("figur.svg")) == "#74C7D1"
    theme.wear(Look("light"))
    assert middle(pictures.image("figur.svg")) == "#0E5A64"


def test_a_figure_grows_with_the_text(pictures: Pictures, theme: Theme, tmp_path: Path) -> None:
    """At 200 % text a figure is drawn twice as large, with as many more pixels."""
    put(tmp_path, "figur.svg", SVG.encode())
    assert pictures.image("figur.svg").deviceIndependentSize().width() == 40
    theme.wear(Look("light", zoom=200))
    assert pictures.image("figur.svg").deviceIndependentSize().width() == 80


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tom.png", b""),
        ("tull.png", b"\x89PNG\r\n\x1a\nikke et bilde"),
        ("tull.svg", b"<svg"),
        ("latin.svg", '<svg xmlns="http://www.w3.org/2000/svg"><text>\xe5</text></svg>'.encode("latin-1")),
        ("stor.svg", b'<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>'),
    ],
)
def test_what_cannot_be_drawn_is_one_empty_pixel(pictures: Pictures, tmp_path: Path, name: str, data: bytes) -> None:
    """A damaged or monstrous picture never stops the page."""
    put(tmp_path, name, data)
    assert pictures.image(name).width() == 1


def test_a_course_of_figures_is_not_kept_whole(
    pictures: Pictures, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept is bounded; a text that is still there keeps its own, and what a figure measures is known."""
    drawn: list[str] = []
    draw = Pictures._draw
    monkeypatch.setattr(Pictures, "_draw", lambda own, source: (drawn.append(source), draw(own, source))[1])
    names = [f"figur{number}.svg" for number in range(9)]
    for name in names:
        put(tmp_path, name, SVG.replace('"40"', '"800"').replace('"20"', '"400"').encode())
    document = CourseDocument(theme, pictures)
    document.render("".join(f'<p><img src="{name}"></p>' for name in names), "", 16)
    document.size()
    sizes = [pictures.size(name).width() for name in names]
    once = len(drawn)
    assert sum(each.sizeInBytes() for each in pictures._drawn.values()) <= MOST_KEPT
    document.setTextWidth(300)
    document.size()
    assert [document.resource(IMAGE, QUrl(name)).width() for name in names] == [1600] * len(names)
    assert [pictures.size(name).width() for name in names] == sizes == [800] * len(names)
    assert len(drawn) == once
    pictures.image(names[-1])
    assert len(drawn) == once
    pictures.image(names[0])
    assert drawn[once:] == [names[0]]


def test_only_colours_and_faces_are_exchanged() -> None:
    """Whatever else stands in a figure stays as it is."""
    svg = '<text font-family="Source Sans 3" fill="#FFFFFF">#ffffff er hvitt, #abc er ikke med</text>'
    changed = in_face(recoloured(svg, {"#FFFFFF": "#1B2226"}), "Kursapp Sans")
    assert changed == '<text font-family="Kursapp Sans" fill="#1B2226">#1B2226 er hvitt, #abc er ikke med</text>'


@pytest.mark.parametrize(
    "address",
    ["http://et.sted/bilde.png", "file:///etc/hostname", "//vert/bilde.png", "qrc:/x.png", "../utenfor.png", ""],
)
def test_a_document_answers_every_wish_itself(pictures: Pictures, theme: Theme, tmp_path: Path, address: str) -> None:
    """No address makes Qt look for anything: an unlisted picture is the 1×1 one, anything else is empty."""
    put(tmp_path, "listet.svg", SVG.encode())
    document = CourseDocument(theme, pictures)
    answer = document.loadResource(IMAGE, QUrl(address))
    assert isinstance(answer, QImage)
    assert (answer.width(), answer.height()) == (1, 1)
    assert document.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl(address)) == ""
    assert document.loadResource(IMAGE, QUrl("listet.svg")).deviceIndependentSize().width() == 40


@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_an_icon_grows_with_the_text_once(pictures: Pictures, theme: Theme, zoom: int) -> None:
    """An icon in a text is 20 px high at 100 %, and grows exactly as the words beside it do."""
    theme.wear(Look("light", zoom=zoom))
    icon = CourseDocument(theme, pictures).loadResource(IMAGE, QUrl("ikon:info/text"))
    assert icon.deviceIndependentSize().height() == theme.px(20)


def test_icons_follow_the_theme_in_a_text_already_shown(pictures: Pictures, theme: Theme) -> None:
    """A document rendered again in another theme does not keep the icons of the first."""
    document = CourseDocument(theme, pictures)
    html = '<p><img src="ikon:info/text"></p>'
    seen = []
    for name in ("light", "dark"):
        theme.wear(Look(name))
        document.render(html, "", 16)
        document.size()
        icon = document.resource(IMAGE, QUrl("ikon:info/text"))
        seen.append({icon.pixelColor(x, y).name() for x in range(icon.width()) for y in range(icon.height())})
    assert seen[0] != seen[1]
