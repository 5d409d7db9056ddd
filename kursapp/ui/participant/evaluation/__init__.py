"""An evaluation form on the screen: what happens to the answers, one theme at a time, and a look over it last."""

from kursapp.ui.participant.evaluation.body import EvaluationBody

__all__ = ["EvaluationBody"]
