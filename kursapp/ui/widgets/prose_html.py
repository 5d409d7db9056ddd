"""Running text, call-outs and figures of a course as one HTML text, and the style sheet it is dressed with.

Only sanitised HTML of the course comes in; what is added here is our own table around each call-out, and a link around
each figure, which opens it. A call-out's icon says which it is, so that the view can draw a box behind it.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from kursapp.domain.course import Block, CallOut, Figure, Prose
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.call_out_look import LOOKS, CallOutLook, call_out_title
from kursapp.ui.widgets.course_document import FIGURE_SCHEME, ICON_SCHEME


def is_prose(block: Block) -> bool:
    """Say whether a block is part of the running document: prose, a call-out or a figure."""
    return isinstance(block, (Prose, CallOut, Figure))


def prose_html(blocks: Sequence[Block], law_date: str) -> str:
    """Return the HTML of a run of prose, call-outs and figures; ``law_date`` stands on call-outs of law.

    Words stand inside the gutters of the reading column, figures use all of it.
    """
    return "".join(_block_html(block, number, law_date) for number, block in enumerate(blocks))


def box_look(icon: str, blocks: Sequence[Block]) -> CallOutLook | None:
    """Return the look of the call-out an icon stands in, None where it stands in none."""
    address, _mark, number = icon.partition("#")
    if address.partition(":")[0] != ICON_SCHEME or not number.isdigit() or int(number) >= len(blocks):
        return None
    block = blocks[int(number)]
    return LOOKS[block.call_out] if isinstance(block, CallOut) else None


def figure_of(href: str, blocks: Sequence[Block]) -> Figure | None:
    """Return the figure an address on the screen opens, None for every other address."""
    scheme, _colon, number = href.partition(":")
    if scheme != FIGURE_SCHEME or not number.isdigit() or int(number) >= len(blocks):
        return None
    block = blocks[int(number)]
    return block if isinstance(block, Figure) else None


def trimmed(text: str) -> str:
    """Return HTML whose last paragraph has no space below it."""
    start = text.rfind("<p>")
    if start < 0 or not text.rstrip().endswith("</p>"):
        return text
    return f'{text[:start]}<p class="siste">{text[start + 3 :]}'


def _block_html(block: Block, number: int, law_date: str) -> str:
    if isinstance(block, Prose):
        return f'<div class="tekst">{_opened(block.text.html)}</div>'
    if isinstance(block, Figure):
        return _figure_html(block, number)
    if isinstance(block, CallOut):
        return _call_out_html(block, number, law_date)
    raise TypeError(type(block).__name__)


def _opened(text: str) -> str:
    """Return running text; a table it begins with stands below the space of what is before it, and needs less."""
    return text.replace("<table", '<table class="forst"', 1) if text.lstrip().startswith("<table") else text


def _figure_html(figure: Figure, number: int) -> str:
    source, alt = html.escape(figure.source, quote=True), html.escape(figure.alt, quote=True)
    picture = f'<p class="figur"><a href="{FIGURE_SCHEME}:{number}"><img src="{source}" alt="{alt}"></a></p>'
    if not figure.caption:
        return picture
    return f'{picture}<div class="tekst"><p class="figurtekst">{html.escape(figure.caption)}</p></div>'


def _call_out_html(call_out: CallOut, number: int, law_date: str) -> str:
    look = LOOKS[call_out.call_out]
    title = html.escape(call_out_title(call_out, law_date))
    icon = f'<img src="{ICON_SCHEME}:{look.icon}/{look.colour}#{number}" alt="">'
    head = f'<p class="rutetittel {look.css_class}">{icon}&nbsp; {title}</p>'
    body = f'<tr><td class="rute">{head}{trimmed(call_out.text.html)}</td></tr>'
    table = f'<table class="rute" width="100%" border="0" cellspacing="0" cellpadding="0">{body}</table>'
    # Below the page's own heading the first box needs no more room above it.
    return f'<div class="{"tekst" if number else "tekst forst"}">{table}</div>'


def prose_css(theme: Theme, gutter: int) -> str:
    """Return the style sheet of running text: the theme's own, and what gutters, call-outs, tables and figures need.

    Qt drops the space below a paragraph or heading that a table follows; the table's own has to do for both.
    """
    titles = "".join(
        f"p.{look.css_class} {{ color: {theme.hex(look.colour)}; }}\n" for look in dict.fromkeys(LOOKS.values())
    )
    px, rule = theme.px, theme.hex("hairline")
    return f"""{theme.document_css()}
ul {{ list-style-type: none; }}
div.tekst {{ margin-left: {gutter}px; margin-right: {gutter}px; }}
table {{ margin-top: {px(16)}px; margin-bottom: 24px; border-collapse: collapse; }}
table.forst {{ margin-top: 8px; }}
th {{ padding: 6px 12px 6px 12px; border-bottom: 1px solid {theme.hex("border")}; }}
td {{ padding: 6px 12px 6px 12px; border-bottom: 1px solid {rule}; }}
table.rute {{ margin-top: 28px; margin-bottom: 32px; border-collapse: separate; }}
div.forst table.rute {{ margin-top: 12px; }}
td.rute {{ padding: 0px; border: none; }}
p.rutetittel {{ font-size: {px(16)}px; font-weight: 600; line-height: {px(22)}px;
  margin-top: 0px; margin-bottom: 4px; }}
p.rutetittel img {{ vertical-align: middle; }}
p.siste {{ margin-bottom: 0px; }}
p.figur {{ margin-top: 12px; margin-bottom: 8px; line-height: 100%; }}
img {{ max-width: 100%; }}
p.figurtekst {{ font-size: {px(16)}px; color: {theme.hex("muted")}; line-height: {px(22)}px;
  margin-top: 4px; margin-bottom: 24px; }}
{titles}"""


def label_css(theme: Theme, px: int) -> str:
    """Return the style sheet of a label whose type is ``px`` high: tighter, as reading text where it is 18."""
    line = theme.px(round(px * (1.3 if px > 18 else 1.45)))
    return f"""{theme.document_css()}
p {{ margin-top: 0; margin-bottom: {theme.px(8)}px; }}
p, li {{ font-size: {theme.px(px)}px; line-height: {line}px; }}
p.siste {{ margin-bottom: 0; }}
img {{ max-width: 100%; }}
"""
