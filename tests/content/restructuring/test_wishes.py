"""Each kind of restructuring by example: what is written, what moves along, and what is left alone."""

from __future__ import annotations

from textwrap import dedent

import pytest

from kursapp.content.folder import is_markdown
from kursapp.content.restructuring.planning import plan_changes
from kursapp.domain.course import PageKind
from kursapp.domain.problem import KursappError
from kursapp.domain.restructuring import (
    DuplicatePage,
    DuplicateSession,
    ListSession,
    MergePage,
    MergeSession,
    MoveModule,
    MovePage,
    MoveSession,
    NewModule,
    NewPage,
    NewSession,
    RemovePage,
    RemoveSession,
    RenameFile,
    RenameModule,
    RenamePage,
    RenameSession,
    Restructuring,
    SplitPage,
    SplitSession,
    Wish,
)
from tests.content.restructuring.whole import COVER, Files, applied, errors, pages, read, with_ids
from tests.small_course import small_course

START, MORE, QUIZ, END = "dag-1/01-start.md", "dag-1/02-mer.md", "dag-1/quiz.md", "dag-2/01-slutt.md"


def plan(files: Files, wish: Wish) -> Restructuring:
    """Return the plan for a wish."""
    texts = {file: data for file, data in files.items() if is_markdown(file)}
    return plan_changes(COVER, texts, set(files) - set(texts), wish)


def grant(files: Files, wish: Wish) -> Files:
    """Return the files after a wish."""
    return applied(files, plan(files, wish))


def refused(files: Files, wish: Wish) -> str:
    """Return why a wish is refused."""
    with pytest.raises(KursappError) as raised:
        plan(files, wish)
    return raised.value.problem.code


def text(files: Files, file: str) -> str:
    """Return a file's text."""
    return files[file].decode()


def course(**texts: str) -> Files:
    """Make a course of a cover and one or two sessions ``a`` and ``b``, in the folders ``x`` and ``y``."""
    cover = texts.get("cover", "---\nid: k\n---\n# Kurs\n\n## Del\n- [A](x/a.md)\n- [B](y/b.md)\n")
    facts = "| Id | Faktum | Kilde | Dato | Status |\n|---|---|---|---|---|\n| F1 | En uke | Loven | 2026 | ja |\n"
    files = {COVER: cover, "x/a.md": texts.get("a", ""), "y/b.md": texts.get("b", ""), "kilder.md": facts}
    return {file: dedent(held).encode() for file, held in files.items() if held}


A = """\
---
id: a
---
# A

## En
<!-- id: en -->
Tekst.

## To
<!-- id: to -->
Mer.
"""
B = (
    A.replace("id: a", "id: b")
    .replace("# A", "# B")
    .replace("en", "tre")
    .replace("to -->", "fire -->")
    .replace("To", "Fire")
)


# The cover -----------------------------------------------------------------------------------------


def test_a_counted_list_is_counted_again() -> None:
    """The numbers of the lists one takes from and puts into follow; a list of bullets keeps its bullets."""
    after = text(grant(small_course(), MoveSession(MORE, 2, 0)), COVER)
    assert "1. [Starten](dag-1/01-start.md)\n2. [Quiz](dag-1/quiz.md)\n\nHusk pausen." in after
    assert "1. [Fortsettelsen](dag-1/02-mer.md)\n2. [Avslutning](dag-2/01-slutt.md)\n" in after
    after = text(grant(small_course(), MoveSession(MORE, 0, 5)), COVER)
    assert "- [Hvor står du?](for/for.md)\n- [Fortsettelsen](dag-1/02-mer.md)\n" in after


def test_a_list_that_says_one_for_every_item_goes_on_saying_it() -> None:
    """Some write every number as 1: that is their way, and is kept."""
    files = course(cover="# K\n\n## D\n1. [A](x/a.md)\n1. [B](y/b.md)\n", a=A, b=B)
    assert text(grant(files, MoveSession("y/b.md", 0, 0)), COVER).endswith("1. [B](y/b.md)\n1. [A](x/a.md)\n")


def test_a_module_that_is_emptied_and_filled_keeps_its_text() -> None:
    """The last session out of a module leaves one blank line; the first one into it comes after its words."""
    files = course(cover="# K\n\n## D\nOm delen.\n\n- [A](x/a.md)\n\n## E\n- [B](y/b.md)\n\n## F\nTekst.\n", a=A, b=B)
    after = text(grant(files, MoveSession("x/a.md", 2, 0)), COVER)
    assert after == "# K\n\n## D\nOm delen.\n\n## E\n- [B](y/b.md)\n\n## F\nTekst.\n\n- [A](x/a.md)\n"


def test_a_session_moves_with_all_its_lines() -> None:
    """An item over several lines, with its note, is moved whole."""
    item = "- [A](x/a.md)\n  <!-- husk å øve -->\n"
    files = course(cover=f"# K\n\n## D\n{item}- [B](y/b.md)\n", a=A, b=B)
    assert text(grant(files, MoveSession("x/a.md", 0, 1)), COVER) == f"# K\n\n## D\n- [B](y/b.md)\n{item}"


def test_modules_change_places_and_requirements_stay() -> None:
    """A module goes with its text and its list; «Krav» is no module, and stays where it is."""
    after = text(grant(small_course(), MoveModule(1, 2)), COVER)
    order = [line for line in after.split("\n") if line.startswith("## ")]
    assert order == ["## Før kurset", "## Dag 2: Slutten", "## Dag 1: Starten", "## Bank", "## Krav"]
    assert after.endswith("- Alle refleksjoner besvart\n")


def test_a_new_module_comes_before_the_bank() -> None:
    """At the end of the modules means before what is never shown."""
    after = text(grant(small_course(), NewModule("Dag 3: Mer", 99)), COVER)
    assert "\n\n## Dag 3: Mer\n\n## Bank\n" in after


def test_a_renamed_module_keeps_its_id_and_its_goals() -> None:
    """Ids made from the title are written first, just as they were."""
    files = small_course()
    before = read(files).course.modules[1]
    after = grant(files, RenameModule(1, "Første dag"))
    module = read(after).course.modules[1]
    assert module.title == "Første dag"
    assert (module.id, module.goals[0].id) == (before.id, before.goals[0].id)
    assert module.goals[1].id == "dag-1-starten-m2"
    assert "## Første dag\n<!-- id: dag-1-starten -->" in text(after, COVER)


def test_a_file_no_list_names_is_taken_in() -> None:
    """The item is called what the file is called."""
    after = grant(small_course(), ListSession("løst.md", 2, 1))
    assert "2. [Løst ark](løst.md)\n" in text(after, COVER)
    assert refused(after, ListSession("løst.md", 2, 1)) == "listed-already"


# Titles --------------------------------------------------------------------------------------------


def test_a_new_title_is_in_the_file_the_list_and_the_requirement() -> None:
    """What was called the same is called the same."""
    after = grant(small_course(), RenameSession(QUIZ, "Prøv deg"))
    assert "# Prøv deg\n" in text(after, QUIZ)
    assert "3. [Prøv deg](dag-1/quiz.md)" in text(after, COVER)
    assert "- [Prøv deg](dag-1/quiz.md)" in text(after, COVER)


def test_a_quiz_is_still_a_quiz_with_another_title() -> None:
    """The keyword stands; only the words after it change."""
    after = grant(small_course(), RenamePage(QUIZ, "quiz-1", "Dagen i dag"))
    assert "## Quiz: Dagen i dag\n<!-- id: quiz-1 | trekk: 1 -->" in text(after, QUIZ)


def test_links_to_a_heading_follow_its_new_words() -> None:
    """A link by the old words of a heading gets the new ones; one by id stays."""
    after = grant(small_course(), RenamePage(START, "d1-1-frist", "Hvor fort?"))
    assert "[fristen](#hvor-fort)" in text(after, START)
    assert "[en frist](01-start.md#hvor-fort)" in text(after, MORE)
    assert "[sted]: #d1-1-q1" in text(after, START)


# Moving pages --------------------------------------------------------------------------------------


def test_a_page_takes_along_what_it_uses() -> None:
    """Footnotes, addresses and abbreviations go with it; a name that is taken there gets a number."""
    after = grant(small_course(), MovePage(START, "d1-1-melding", END, 1))
    assert "En melding kommer til KS.[^1-2]" in text(after, END)
    assert "[^1-2]: Noten, med en [lenke](../dag-1/02-mer.md)." in text(after, END)
    assert "*[KS]: Kommunesektorens organisasjon" in text(after, END)
    assert "[^1]: Takk-noten." in text(after, END)
    # The opening page of the session it left uses the note too.
    assert "[^1]: Noten, med en [lenke](02-mer.md)." in text(after, START)


def test_definitions_others_use_stay_behind() -> None:
    """The last page holds the file's notes: when it moves, what the rest needs is left."""
    after = grant(small_course(), MovePage(START, "d1-1-frist", END, 1))
    assert "[^1]: Noten" in text(after, START)
    assert "*[KS]: Kommunesektorens organisasjon" in text(after, START)
    assert "[hit][sted]" in text(after, END)
    assert "[sted]: ../dag-1/01-start.md#d1-1-q1" in text(after, END)
    assert errors(after) == set()


def test_links_and_pictures_lead_where_they_led() -> None:
    """From another folder, and into it: each address is written as it must be from there."""
    after = grant(small_course(), MovePage(START, "d1-1-melding", END, 1))
    assert '![Et kart](../media/kart.png "Kartet")' in text(after, END)
    assert "[fristen](../dag-1/01-start.md#om-frist)" in text(after, END)
    assert "[kartet](../dag-1/02-mer.md#wb-kart)" in text(after, END)
    assert "[meldingen](../dag-2/01-slutt.md#d1-1-melding)" not in text(after, END)
    assert "(../dag-2/01-slutt.md#om-melding)" in text(after, START)
    assert "[den første siden](dag-2/01-slutt.md#om-melding)" in text(after, COVER)


def test_a_heading_that_is_there_already_is_told_apart_by_id() -> None:
    """Two pages of one title: a link that would lead to the wrong one gets the id."""
    after = grant(small_course(), MovePage(START, "d1-1-melding", END, 5))
    assert "[meldingen](../dag-2/01-slutt.md#d1-1-melding)" in text(after, START)


def test_a_requirement_follows_its_quiz() -> None:
    """«Krav» names the file of a quiz: when the quiz is another's, it names that."""
    files = with_ids(small_course())
    files[QUIZ] += b"\n## Ekstra\n<!-- id: ekstra -->\nMer.\n"
    after = grant(files, MovePage(QUIZ, "quiz-1", END, 1))
    assert "- [Quiz](dag-2/01-slutt.md)" in text(after, COVER)
    assert errors(after) == set()


def test_pages_keep_one_blank_line_between_them() -> None:
    """A page put last leaves no gap at the end of the file, one put before it gets its line."""
    after = text(grant(course(a=A, b=B), MovePage("x/a.md", "to", "x/a.md", 0)), "x/a.md")
    assert after == A[: A.index("## En")] + "## To\n<!-- id: to -->\nMer.\n\n## En\n<!-- id: en -->\nTekst.\n"


def test_windows_line_ends_are_those_of_the_file_one_comes_to() -> None:
    """A page from a file of LF has CRLF where all else has."""
    files = course(a=A, b=B)
    files["y/b.md"] = files["y/b.md"].replace(b"\n", b"\r\n")
    after = grant(files, MovePage("x/a.md", "en", "y/b.md", 1))["y/b.md"]
    assert after.count(b"\n") == after.count(b"\r\n")
    assert b"## En\r\n<!-- id: en -->\r\nTekst.\r\n" in after


def test_missing_ids_are_written_before_a_page_moves() -> None:
    """What was derived from the place is written where it moves from: it no longer depends on it."""
    after = grant(small_course(), MovePage(MORE, "dag-1/02-mer/vedtaket", END, 1))
    assert "## Vedtaket\n<!-- id: dag-1-02-mer-vedtaket -->" in text(after, END)
    assert text(after, MORE).startswith("---\nid: dag-1-02-mer\n---\n# Fortsettelsen")


# Files ---------------------------------------------------------------------------------------------


def test_a_file_with_another_name_is_found_by_all() -> None:
    """The cover, the requirements, other sessions and the file's own links follow; spaces are written as addresses."""
    after = grant(small_course(), RenameFile(START, "del en/start (1).md"))
    assert START not in after
    assert "1. [Starten](del%20en/start%20%281%29.md)" in text(after, COVER)
    assert "[en frist](../del%20en/start%20%281%29.md#om-frist)" in text(after, MORE)
    assert "[mer om vedtak](../dag-1/02-mer.md#vedtaket)" in text(after, "del en/start (1).md")
    assert "[fristen](#om-frist)" in text(after, "del en/start (1).md")
    assert errors(after) == set()


def test_code_and_comments_are_left_alone() -> None:
    """What only looks like a link, in code, a fence or a note, is not touched."""
    odd = "`[x](b.md)`\n\n```\n[x](b.md)\n```\n\n<!-- [x](b.md) -->\n\n[x](b.md)\n"
    files = course(cover="# K\n\n## D\n- [A](x/a.md)\n- [B](x/b.md)\n", a=A + "\n" + odd)
    files["x/b.md"] = B.encode()
    after = text(grant(files, RenameFile("x/b.md", "x/c.md")), "x/a.md")
    assert after == A + "\n" + odd.removesuffix("[x](b.md)\n") + "[x](c.md)\n"


# Splitting and merging -----------------------------------------------------------------------------

LONG = """\
---
id: a
minutter: 20
mål: m1
---
# A

## En
<!-- id: en -->
Første avsnitt,
over to linjer.

Andre avsnitt.

### Tredje

Under tredje.

### Spørsmål: Hva?
<!-- id: q -->
- [x] Ja <!-- id: q-a -->
- [ ] Nei <!-- id: q-b -->
  > Jo.

## To
<!-- id: to -->
Slutt.
"""


@pytest.mark.parametrize(
    ("line", "first"),
    [(13, "Andre avsnitt."), (12, "Andre avsnitt."), (19, "### Spørsmål: Hva?"), (22, "### Spørsmål: Hva?")],
)
def test_a_page_is_split_before_the_block_at_the_line(line: int, first: str) -> None:
    """In a paragraph, or anywhere in a question, the split is before it; nothing is torn apart."""
    after = text(grant(course(a=LONG, b=B), SplitPage("x/a.md", line, "Ny")), "x/a.md")
    assert f"\n\n## Ny\n<!-- id: a-ny -->\n\n{first}\n" in after
    assert after.replace("## Ny\n<!-- id: a-ny -->\n\n", "") == LONG


def test_a_heading_at_the_split_becomes_the_pages_own() -> None:
    """Without another title the new page is called what stood there."""
    after = text(grant(course(a=LONG, b=B), SplitPage("x/a.md", 15)), "x/a.md")
    assert "Andre avsnitt.\n\n## Tredje\n<!-- id: a-tredje -->\n\nUnder tredje." in after


@pytest.mark.parametrize(
    ("line", "code"), [(8, "nothing-before"), (9, "nothing-before"), (10, "nothing-before"), (2, "nothing-before")]
)
def test_there_must_be_something_on_both_sides(line: int, code: str) -> None:
    """At the heading, its settings or the first paragraph there is nothing to leave behind."""
    assert refused(course(a=LONG, b=B), SplitPage("x/a.md", line, "Ny")) == code


def test_quizzes_and_forms_are_not_split_or_joined() -> None:
    """Their questions belong together."""
    assert refused(small_course(), SplitPage(QUIZ, 11, "Ny")) == "only-text-pages"
    files = with_ids(small_course())
    files[QUIZ] += b"\n## Ekstra\n<!-- id: ekstra -->\nMer.\n"
    assert refused(files, MergePage(QUIZ, "ekstra")) == "only-text-pages"


def test_joining_what_was_split_gives_the_words_back() -> None:
    """Only the headings and their ids tell of it."""
    files = course(a=LONG, b=B)
    split = grant(files, SplitPage("x/a.md", 13, "Ny"))
    assert text(grant(split, MergePage("x/a.md", "a-ny")), "x/a.md") == LONG.replace("Andre", "### Ny\n\nAndre")


def test_a_page_joined_to_another_leaves_its_facts_minutes_and_goals() -> None:
    """Its id goes; facts stay where they stood, minutes are added, goals joined; links lead to what is left."""
    lower = "## To\n<!-- id: to | minutter: 4 | mål: m2, m1 -->\n\n<!-- fakta: F1 -->\nSlutt.\n"
    upper = LONG[: LONG.index("## To")].replace("<!-- id: en -->", "<!-- id: en | minutter: 2 | mål: m1 -->")
    files = course(a=upper + lower, b=B + "\n[dit](../x/a.md#to) og [hit](../x/a.md#en)\n")
    after = grant(files, MergePage("x/a.md", "to"))
    assert "<!-- id: en | minutter: 6 | mål: m1, m2 -->" in text(after, "x/a.md")
    assert text(after, "x/a.md").endswith("  > Jo.\n\n### To\n\n<!-- fakta: F1 -->\nSlutt.\n")
    assert "[dit](../x/a.md#en)" in text(after, "y/b.md") or "[dit](../x/a.md#to)" in text(after, "y/b.md")
    assert errors(after) <= errors(files)


def test_a_title_that_would_open_a_question_becomes_strong_words() -> None:
    """A page may be called «Refleksjon: …»; a heading on a page may not."""
    files = course(
        a=A.replace("## To", "## Refleksjon: Veien videre\n") + "\n### Spørsmål (kortsvar): Hva?\nSvar: ja\n", b=B
    )
    after = text(grant(files, MergePage("x/a.md", "to")), "x/a.md")
    assert "**Refleksjon: Veien videre**" in after


def test_a_session_is_split_with_its_minutes_and_goals() -> None:
    """Two sessions take together what the one took; both are for its goals; the list has both, in order."""
    after = grant(course(a=LONG, b=B), SplitSession("x/a.md", LONG.split("\n").index("## To") + 1))
    assert "minutter: 20" not in text(after, "x/a.md")
    heads = {head.file: head for head in read(after).course.sessions()}
    assert heads["x/a.md"].minutes + heads["x/to.md"].minutes == 20
    assert heads["x/to.md"].goals == ("m1",)
    assert "- [A](x/a.md)\n- [To](x/to.md)\n- [B](y/b.md)\n" in text(after, COVER)
    assert "# To\n\n## To\n<!-- id: to -->\nSlutt.\n" in text(after, "x/to.md")


def test_a_session_joined_to_the_one_before_brings_its_opening_as_a_page() -> None:
    """Its title becomes a page's heading, its minutes and goals are added, its file and its item go."""
    opening = B.replace("# B\n", "# B\n\nVelkommen til B.\n").replace("id: b\n", "id: b\nminutter: 10\nmål: m2\n")
    files = course(a=LONG + "\nSe [B](../y/b.md).\n", b=opening)
    after = grant(files, MergeSession("y/b.md"))
    assert "y/b.md" not in after
    assert "## B\n<!-- id: b-start -->\n\nVelkommen til B.\n\n## " in text(after, "x/a.md")
    assert "minutter: 30\nmål: m1, m2\n" in text(after, "x/a.md")
    assert text(after, COVER).endswith("## Del\n- [A](x/a.md)\n")
    assert "Se [B](#b)" in text(after, "x/a.md") or "Se [B](a.md#b)" in text(after, "x/a.md")
    assert refused(files, MergeSession("x/a.md")) == "no-session-before"


# New, copied, removed ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(PageKind))
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_what_is_new_has_no_error(kind: PageKind, language: str) -> None:
    """A new page or session of each kind, in each language, is sound at once."""
    files = small_course()
    files[COVER] = files[COVER].replace("språk: nb".encode(), f"språk: {language}".encode())
    after = grant(grant(files, NewPage("Noe nytt", END, 1, kind)), NewSession("En til", 2, 0, kind))
    assert errors(after) == set()
    made = [page for page in pages(after).values() if page.id not in pages(files)]
    assert [page.kind for page in made] == [kind, kind]
    assert not [found for found in read(after).problems if found.code == "no-id" and found.file.startswith("dag-2/")]


def test_new_sessions_lie_beside_their_sisters_and_are_numbered_on() -> None:
    """In a folder of numbered files the next has the next number; a quiz is called quiz."""
    assert "dag-1/03-noe-nytt.md" in grant(small_course(), NewSession("Noe nytt", 1, 9))
    assert "dag-1/quiz-2.md" in grant(small_course(), NewSession("Noe nytt", 1, 9, PageKind.QUIZ))


def test_a_copy_has_ids_of_its_own_and_refers_to_itself() -> None:
    """Conditions, links and parts in the copy name what is in the copy; forms keep theirs: they mean the same."""
    case = """\
        ## Sak
        <!-- id: sak -->
        ### Case: Valget
        <!-- id: case-v -->
        Start.

        - [Gå](#scene-to) <!-- id: c1 -->
        - [Vent](#case-v) <!-- id: c2 -->

        #### Scene: To
        <!-- id: s2 -->
        - [Ut](#s3) <!-- hvis: valgt: c1 | id: c3 -->
        - [Tilbake](#case-v) <!-- id: c4 -->

        #### Scene: Tre
        <!-- id: s3 -->
        Slutt.
        """
    files = course(a="---\nid: a\n---\n# A\n\n" + dedent(case), b=B)
    after = grant(files, DuplicatePage("x/a.md", "sak"))
    copied = text(after, "x/a.md").split("## Sak (kopi)")[1]
    for wanted in ("id: sak-2", "id: case-v-2", "(#case-v-2)", "id: c1-2", "valgt: c1-2", "id: s3-2", "(#s3-2)"):
        assert wanted in copied
    assert errors(after) == errors(files)
    assert text(after, "x/a.md").startswith(text(files, "x/a.md"))
    form = grant(small_course(), DuplicatePage("for/for.md", "eval-for"))
    assert text(form, "for/for.md").count("<!-- id: trygg -->") == 2
    assert errors(form) == set()


def test_a_copied_session_stands_after_the_first() -> None:
    """With its own id, its own name in the list, and not one word else."""
    after = grant(small_course(), DuplicateSession(END))
    file = "dag-2/02-avslutning-kopi.md"
    assert "1. [Avslutning](dag-2/01-slutt.md)\n2. [Avslutning (kopi)](dag-2/02-avslutning-kopi.md)" in text(
        after, COVER
    )
    assert text(after, file) == (
        text(after, END)
        .replace("id: d2-1", "id: d2-1-2")
        .replace("# Avslutning", "# Avslutning (kopi)")
        .replace("d2-takk", "d2-takk-2")
        .replace("d2-melding", "d2-melding-2")
    )


def test_links_to_what_is_removed_become_words_and_requirements_go() -> None:
    """No dead link is left; the plan says how many there were."""
    planned = plan(small_course(), RemoveSession(QUIZ))
    after = applied(small_course(), planned)
    assert planned.loose == 2
    assert "- [Quiz]" not in text(after, COVER)
    assert "quizen eller [takk](#takk)" in text(after, END)
    assert errors(after) == set()


def test_an_address_by_name_goes_with_what_it_led_to() -> None:
    """The definition is taken away, and the words that used it stand alone."""
    after = grant(small_course(), RemovePage(START, "d1-1-melding"))
    assert "[sted]:" not in text(after, START)
    assert "eller hit." in text(after, START)
    assert errors(after) == set()


def test_the_title_stays_when_the_opening_page_goes() -> None:
    """The page under the title is its text: the session is still called the same."""
    after = grant(small_course(), RemovePage(START, "d1-1/start"))
    assert "---\n# Starten\n\n## Om melding\n" in text(after, START)
    assert errors(after) == set()


def test_the_last_of_anything_stays() -> None:
    """A session needs a page, and a course a session."""
    assert refused(small_course(), RemovePage(QUIZ, "quiz-1")) == "last-page"
    one = course(cover="# K\n\n## D\n- [A](x/a.md)\n", a=A)
    assert refused(one, RemoveSession("x/a.md")) == "last-session"
