"""Compounds are found by the words they are made of, learnt from the texts themselves."""

from __future__ import annotations

from kursapp.domain.vocabulary import MOST_FOUND, Vocabulary

KNOWN = ("meld", "frist", "meldefrist", "fristbrudd", "brudd", "barnevern", "led", "barnevernsled", "tjenest")
MORE = ("barnevernstjenestefrist", "anledning", "mobil", "bil", "opprett", "rett", "plikt", "taushetsplikt", "taushet")


def test_last_and_middle_parts() -> None:
    """``meldefrist`` by ``frist``, ``barnevernsleder`` by the stem of ``leder``, and what stands between two words."""
    words = Vocabulary((*KNOWN, *MORE))
    assert words.holding(["frist"]) == ("meldefrist", "barnevernstjenestefrist")
    assert words.holding(["led"]) == ("barnevernsled",)
    assert words.holding(["tjenest"]) == ("barnevernstjenestefrist",)
    assert words.holding(["plikt"]) == ("taushetsplikt",)


def test_letters_that_are_no_word_are_not_a_part() -> None:
    """``mobil`` is no kind of ``bil``: ``mo`` stands nowhere, nor does ``opp``."""
    words = Vocabulary((*KNOWN, *MORE))
    assert words.holding(["bil"]) == ()
    assert words.holding(["rett"]) == ()


def test_few_words_are_told_apart_by_length_alone() -> None:
    """In one's own notes the parts hardly stand by themselves, and a wrong guess does no harm."""
    own = Vocabulary(["samarbeidsavtal", "mobil"], strict=False)
    assert own.holding(["avtal"]) == ("samarbeidsavtal",)
    assert own.holding(["arbeid"]) == ("samarbeidsavtal",)
    assert own.holding(["bil"]) == ()


def test_words_are_learnt_as_they_come() -> None:
    """A word that was not known finds its compounds from the moment it is."""
    words = Vocabulary(["internkontroll"])
    assert words.holding(["kontroll"]) == ()
    words.add(["intern", "kontroll", "4-2"])
    assert words.holding(["kontroll"]) == ("internkontroll",)
    assert len(words) == 3
    assert "intern" in words


def test_beginnings() -> None:
    """The shortest first, and not the beginning itself."""
    words = Vocabulary(KNOWN)
    assert words.beginning("meld") == ("meldefrist",)
    assert words.has_beginning("barneverns")
    assert not words.has_beginning("skole")


def test_a_slip_is_forgiven_in_a_longer_word() -> None:
    """A letter too many, too few, another, or two that changed places; a short word is what it is."""
    words = Vocabulary([*KNOWN, "bekymringsmelding"])
    for misspelt in ("bekymringsmledin" + "g", "bekymringmelding", "bekymringssmelding", "bekjmringsmelding"):
        assert words.near(misspelt) == ("bekymringsmelding",)
    assert words.near("bil") == ()
    assert words.near("fullstendig") == ()


def test_there_is_an_end_to_what_is_found() -> None:
    """However many compounds there are of a word."""
    many = Vocabulary(
        [*KNOWN, *(f"barnevern{chr(97 + one)}{chr(97 + two)}frist" for one in range(26) for two in range(26))]
    )
    assert len(many.holding(["frist"])) <= MOST_FOUND
    assert len(many.beginning("barne")) == MOST_FOUND
