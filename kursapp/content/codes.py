"""How much each finding of the item readers matters. What a person reads about it is ``texts.problems``.

An error is something that was not read, or was read by guessing what the author meant; a warning is something that was
read as written but is hardly what the author wants.
"""

from __future__ import annotations

from kursapp.domain.problem import Severity

ERRORS = frozenset(
    {
        "apart-not-last",
        "axis-twice",
        "background-kind",
        "background-options",
        "bad-band",
        "bad-column",
        "bad-condition",
        "bad-date",
        "bad-effect",
        "bad-formula",
        "bad-id",
        "bad-number",
        "bad-setting",
        "call-out-in-item",
        "case-without-choices",
        "duplicate-in-form",
        "duplicate-part-id",
        "empty-answer",
        "empty-gap",
        "empty-option",
        "empty-right-cell",
        "empty-statement",
        "formula-not-number",
        "formula-order",
        "gap-in-link",
        "gap-in-table",
        "heading-in-item",
        "item-level",
        "key-in-dilemma",
        "key-in-evaluation",
        "key-in-workbook",
        "match-columns",
        "missing-variant",
        "misplaced-settings",
        "misspelt-keyword",
        "mixed-condition",
        "no-answer",
        "no-colon",
        "no-gap",
        "no-key",
        "no-options",
        "no-scale",
        "no-scene",
        "no-statements",
        "no-table",
        "no-way-out",
        "odd-option",
        "one-option",
        "open-gap",
        "option-block",
        "option-without-box",
        "order-without-numbers",
        "other-not-here",
        "range-reversed",
        "scale-steps",
        "scene-outside-case",
        "table-without-rule",
        "third-background",
        "too-few-items",
        "too-few-pairs",
        "too-many-ranked",
        "two-answers",
        "two-keys",
        "two-lists",
        "two-shapes",
        "two-tables",
        "unknown-axis",
        "unknown-choice",
        "unknown-column",
        "unknown-measure",
        "unknown-variant",
        "unreachable-scene",
    }
)

WARNINGS = frozenset(
    {
        "all-choices-hidden",
        "band-gap",
        "band-overlap",
        "bar-in-table",
        "computed-cell-with-text",
        "distractor-is-answer",
        "dotted-number",
        "ending-with-choices",
        "extra-cell",
        "feedback-not-here",
        "feedback-not-under-option",
        "label-not-here",
        "lazy-line",
        "looks-like-item",
        "no-evaluation-type",
        "no-id",
        "no-title",
        "question-without-measure",
        "quote-under-option",
        "quote-without-label",
        "same-left-cell",
        "same-option",
        "scale-cell-text",
        "setting-not-here",
        "setting-twice",
        "two-keys-in-gap",
        "two-scales",
        "unknown-key",
        "unknown-label",
        "unused-axis",
        "variant-not-here",
    }
)


def severity_of(code: str) -> Severity:
    """Return how much a finding of the item readers matters; KeyError for a code that is not in the table."""
    if code in WARNINGS:
        return Severity.WARNING
    if code in ERRORS:
        return Severity.ERROR
    raise KeyError(code)
