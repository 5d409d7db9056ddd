"""How a course's own text looks inside a text document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kursapp.ui.theme import scale

_TEMPLATE = """
body {{ color: {text}; }}
p {{ margin-top: 0px; margin-bottom: {paragraph}px; line-height: {line}px; }}
li {{ margin-bottom: {item}px; line-height: {line}px; }}
ul, ol {{ margin-top: 0px; margin-bottom: {paragraph}px; }}
h1, h2, h3, h4, h5, h6 {{ font-weight: 600; color: {text}; margin-bottom: {item}px; margin-top: {heading}px; }}
h1 {{ font-size: {h1}px; }}
h2 {{ font-size: {h2}px; }}
h3 {{ font-size: {h3}px; }}
h4, h5, h6 {{ font-size: {reading}px; }}
b, strong, th, dt {{ font-weight: 600; }}
th {{ background-color: {sidebar}; color: {text}; text-align: left; }}
a {{ color: {primary}; text-decoration: underline; }}
code, pre {{ background-color: {sidebar}; font-size: {meta}px; }}
blockquote {{ color: {muted}; margin-left: {quote}px; }}
sup, sub {{ font-size: {meta}px; }}
"""


def document_css(colours: Mapping[str, str], px: Callable[[float], int]) -> str:
    """Return the default style sheet of a document with course text; Qt reads a small part of CSS only."""
    return _TEMPLATE.format(
        **{name: colours[name] for name in ("text", "muted", "primary", "sidebar")},
        line=px(scale.READING * scale.READING_LINE),
        paragraph=px(scale.S12),
        item=px(scale.S4),
        heading=px(scale.S24),
        quote=px(scale.S24),
        meta=px(scale.META),
        reading=px(scale.READING),
        h1=px(scale.H1),
        h2=px(scale.H2),
        h3=px(scale.H3),
    )
