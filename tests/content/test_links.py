"""Where an address leads, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.addresses import Inward, Outward, Refused, read_address
from kursapp.content.links import find_target
from kursapp.content.parsed import Target
from tests.content.conftest import OpenFiles


@pytest.mark.parametrize(
    ("target", "read"),
    [
        ("b.md", Inward("dag-1/b.md", "")),
        ("../kart.md#x", Inward("kart.md", "x")),
        ("./a%20b.md#p%C3%A5", Inward("dag-1/a b.md", "på")),
        ("#her", Inward("", "her")),
        ("media\\x.png", Inward("dag-1/media/x.png", "")),
        ("økt.md", Inward("dag-1/økt.md", "")),
        ("HTTPS://ks.no", Outward("HTTPS://ks.no")),
        ("mailto:a@b.no", Outward("mailto:a@b.no")),
        ("http:", Refused("bad-address")),
        ("http://[", Refused("bad-address")),
        ("https://a\u202eb.no", Refused("bad-address")),
        ("//ks.no", Refused("forbidden-address")),
        ("javascript:x", Refused("forbidden-address")),
        ("file:///etc/passwd", Refused("forbidden-address")),
        ("C:/Windows", Refused("forbidden-address")),
        ("/etc/passwd", Refused("path-out-of-course")),
        ("../../x.md", Refused("path-out-of-course")),
        ("%2e%2e/%2e%2e/x.md", Refused("path-out-of-course")),
        ("..\\..\\x.md", Refused("path-out-of-course")),
        ("a%00.md", Refused("path-out-of-course")),
    ],
)
def test_an_address_is_inward_outward_or_refused(target: str, read: object) -> None:
    """Paths are relative to the file's folder and never leave the course; only web and mail lead out."""
    assert read_address("dag-1/a.md", target) == read


@given(st.text(alphabet=st.sampled_from(list("./\\%2eE5cC:a#?@[]æ\u0000 ")), max_size=30))
def test_no_address_leads_out_of_the_course(target: str) -> None:
    """Whatever is written, a path inward has no step up, no root and no drive."""
    read = read_address("dag-1/a.md", target)
    if isinstance(read, Inward) and read.file:
        assert ".." not in read.file.split("/")
        assert not read.file.startswith("/")
        assert "\\" not in read.file
        assert "\0" not in read.file


TARGETS = (
    Target("hva", 1, 5, "p", "q1"),
    Target("scene-a", 1, 10, "p", "c1"),
    Target("a", 2, 10, "p", "c1"),
    Target("scene-a", 1, 20, "p", "c2"),
    Target("a", 2, 20, "p", "c2"),
    Target("hva", 0, 30, "p", "q2"),
)


@pytest.mark.parametrize(
    ("fragment", "line", "item"),
    [
        ("hva", 0, "q2"),
        ("Hva", 0, "q1"),
        ("scene-a", 0, "c1"),
        ("scene-a", 12, "c1"),
        ("scene-a", 22, "c2"),
        ("a", 25, "c2"),
    ],
)
def test_an_id_goes_before_a_slug_and_one_s_own_case_before_others(fragment: str, line: int, item: str) -> None:
    """First ids, then whole slugs, then slugs without the keyword; of equals the one in the link's own item."""
    found = find_target(TARGETS, fragment, line)
    assert found is not None
    assert found.item == item


def test_a_link_in_a_scene_leads_to_its_own_case(opened: OpenFiles) -> None:
    """Two cases may have scenes of the same name; links in prose resolve to the case they stand in."""
    scenes = "- [Gå](#scene-slutt)\n\n#### Scene: Slutt\n<!-- id: {0}-slutt -->\nSe [over](#scene-slutt).\n\n"
    course = opened(
        {
            "a.md": "---\nid: a\n---\n# A\n### Case: En\n<!-- id: en -->\nTekst.\n\n"
            + scenes.format("en")
            + "### Case: To\n<!-- id: to -->\nTekst.\n\n"
            + scenes.format("to")
        }
    )
    shown = repr(course.sessions[0].pages[0].blocks)
    assert shown.count("kurs:a#en") == 1
    assert shown.count("kurs:a#to") == 1
