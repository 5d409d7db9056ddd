"""What was made of a value is made once, as long as somebody keeps asking for it."""

from __future__ import annotations

from kursapp.content.remembering import Remembered


class Maker:
    """Makes a list of a value, and counts."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self, value: list[int]) -> list[int]:
        self.made += 1
        return [*value, self.made]


def test_the_same_object_gives_the_same_answer_turn_after_turn() -> None:
    """It is made once, also where it is asked for only in every turn once."""
    remembered, make, value = Remembered[list[int], list[int]](), Maker(), [1]
    first = remembered.of(value, make)
    for _turn in range(3):
        remembered.turn()
        assert remembered.of(value, make) is first
    assert make.made == 1


def test_an_equal_object_is_another() -> None:
    """Values are known by what they are, not by what they say: equal pages may stand in different files."""
    remembered, make = Remembered[list[int], list[int]](), Maker()
    assert remembered.of([1], make) is not remembered.of([1], make)


def test_what_a_whole_turn_had_no_use_for_is_forgotten() -> None:
    """A course that is edited for a day does not fill the memory."""
    remembered, make, value = Remembered[list[int], list[int]](), Maker(), [1]
    remembered.of(value, make)
    remembered.turn()
    remembered.turn()
    remembered.of(value, make)
    assert make.made == 2


def test_everything_can_be_forgotten_at_once() -> None:
    """What all of it hung on is another."""
    remembered, make, value = Remembered[list[int], list[int]](), Maker(), [1]
    remembered.of(value, make)
    remembered.clear()
    remembered.of(value, make)
    assert make.made == 2
