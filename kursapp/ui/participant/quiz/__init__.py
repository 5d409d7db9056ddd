"""A quiz on the screen: before it, one question at a time, the look over it, and what it came to."""

from kursapp.ui.participant.quiz.body import QuizBody

__all__ = ["QuizBody"]
