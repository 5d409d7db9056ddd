"""Which view each kind of item has."""

from __future__ import annotations

from kursapp.domain.evaluation import EvaluationItem, EvaluationKind
from kursapp.ui.participant.evaluation.choice_item import ChoiceItem
from kursapp.ui.participant.evaluation.item_view import ItemView
from kursapp.ui.participant.evaluation.number_item import NumberItem
from kursapp.ui.participant.evaluation.ranking_item import RankingItem
from kursapp.ui.participant.evaluation.scale_item import BeforeNowItem, ScaleItem
from kursapp.ui.participant.evaluation.text_item import TextItem
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures

VIEWS: dict[EvaluationKind, type[ItemView]] = {
    EvaluationKind.SCALE: ScaleItem,
    EvaluationKind.BEFORE_NOW: BeforeNowItem,
    EvaluationKind.CHOICE: ChoiceItem,
    EvaluationKind.MULTIPLE: ChoiceItem,
    EvaluationKind.NUMBER: NumberItem,
    EvaluationKind.RANKING: RankingItem,
    EvaluationKind.TEXT: TextItem,
}


def item_view(item: EvaluationItem, theme: Theme, pictures: Pictures) -> ItemView:
    """Make the view of an item."""
    return VIEWS[item.item](item, theme, pictures)
