"""Why a finding in a course matters to those who take it: one reason for every code that a check can give."""

from __future__ import annotations

from kursapp.texts.why_reasons import REASONS

CODES: dict[str, str] = {
    "progress": "no-id bad-id",
    "two-alike": "duplicate-id duplicate-part-id duplicate-in-form",
    "not-read": (
        "front-matter-open front-matter-line front-matter-key-twice front-matter-key-unknown not-minutes not-hours "
        "not-a-date unknown-language setting-without-number"
    ),
    "headings": "no-title second-title page-without-title skipped-heading-level heading-in-item",
    "cover": (
        "no-sessions list-item-not-link nested-list-item not-a-session-link missing-session file-twice file-in-no-list"
    ),
    "certificate": "unknown-requirement requirement-not-countable",
    "links": "dead-link link-to-no-page bad-address",
    "safe": "path-out-of-course forbidden-address link-in-folder",
    "pictures": (
        "missing-media image-too-large image-unreadable svg-unreadable svg-too-large svg-too-many-elements "
        "svg-without-size not-an-image media-not-alone"
    ),
    "figure-parts": "svg-simplified",
    "offline": "image-from-web",
    "alt-text": "no-alt-text",
    "plain": "raw-html too-deep unknown-footnote definition-twice unknown-call-out",
    "glossary": "no-reference-table empty-reference-cell term-twice term-never-used",
    "facts": "fact-twice unknown-fact",
    "unconfirmed": "unconfirmed-as-rule",
    "workload": "workload-off",
    "empty": "empty-session",
    "item-not-seen": "looks-like-item unknown-variant missing-variant scene-outside-case key-without-question",
    "meant": (
        "item-level no-colon misspelt-keyword variant-not-here odd-option option-without-box order-without-numbers "
        "lazy-line feedback-not-under-option"
    ),
    "call-out-inside": "call-out-in-item",
    "instructor-note": "instructor-note-here",
    "settings": (
        "misplaced-settings unknown-key setting-not-here setting-twice bad-setting bar-in-table range-reversed"
    ),
    "labels": "unknown-label label-not-here quote-without-label quote-under-option",
    "feedback-place": "feedback-not-here",
    "no-key": "no-key no-answer empty-answer two-answers bad-number bad-date no-gap empty-gap open-gap",
    "two-keys": "two-keys two-keys-in-gap",
    "options": "no-options one-option same-option empty-option too-few-items too-few-pairs quiz-without-questions",
    "option-shape": (
        "option-block two-lists two-tables table-without-rule "
        "extra-cell no-table match-columns gap-in-table gap-in-link"
    ),
    "no-right": "key-in-dilemma key-in-evaluation key-in-workbook",
    "matching": "empty-right-cell distractor-is-answer same-left-cell",
    "thousands": "dotted-number",
    "bands": "bad-band band-gap band-overlap",
    "draw": "draw-too-many",
    "columns": (
        "formula-order formula-not-number two-shapes bad-column unknown-column bad-formula computed-cell-with-text"
    ),
    "way-through": "no-scene case-without-choices unreachable-scene no-way-out all-choices-hidden",
    "ending": "ending-with-choices",
    "axes": "unknown-axis unused-axis axis-twice bad-effect",
    "conditions": "unknown-choice bad-condition mixed-condition",
    "when": "no-evaluation-type",
    "scale": (
        "no-scale two-scales scale-steps no-statements empty-statement apart-not-last scale-cell-text too-many-ranked "
        "other-not-here"
    ),
    "small-groups": "background-kind background-options third-background",
    "repeated": "same-as-unknown same-as-circle question-without-measure unknown-measure",
    "wrong-feedback": "no-wrong-feedback",
    "guessing": "longest-is-right right-in-same-place",
    "shuffled": "all-above-shuffled",
    "negations": "double-negation",
    "length": "too-many-items",
    "real-people": "identity-number telephone-number",
    "unreadable": (
        "folder-part-unreadable file-unreadable name-unreadable path-too-long file-too-large line-too-long not-utf8 "
        "nul-character file-too-heavy file-not-understood too-much-here"
    ),
    "odd-characters": "non-breaking-space word-comment",
    "never-ends": "open-fence open-comment",
}
"""The codes of findings by the reason they share."""

_BY_CODE = {code: reason for reason, codes in CODES.items() for code in codes.split()}


def why(code: str, language: str = "nb") -> str:
    """Return why a finding of this code matters, in ``nb``, ``nn`` or ``en``; empty for other codes."""
    reason = _BY_CODE.get(code)
    return REASONS[reason].in_language(language) if reason else ""
