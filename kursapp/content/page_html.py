"""A page as HTML: all that stands on it, in the order it stands, in nothing but what the sanitiser lets through."""

from __future__ import annotations

import dataclasses
import html
from collections.abc import Hashable, Iterator
from typing import Any, cast

from kursapp.content.rewriting import texts_of
from kursapp.domain.course import Block, Faulty, Figure, MediaCard, Page, Prose, Rich
from kursapp.domain.question import GapQuestion

_GAP = " … "


def page_html(page: Page) -> str:
    """Return a page as one ``article``. Whatever the author wrote in it is sanitised or escaped."""
    head = [f'<article id="{html.escape(page.id)}">', f"<h2>{html.escape(page.title)}</h2>"]
    return "\n".join([*head, *(_block(block) for block in page.blocks), "</article>"])


def _block(block: Block) -> str:
    match block:
        case Prose():
            return block.text.html
        case Figure():
            source, alt, caption = map(html.escape, (block.source, block.alt, block.caption))
            return f'<figure><img src="{source}" alt="{alt}"><figcaption>{caption}</figcaption></figure>'
        case MediaCard():
            return f'<p class="{html.escape(block.media)}">{html.escape(block.title)} ({html.escape(block.source)})</p>'
        case Faulty():
            codes = html.escape(" ".join(block.codes))
            return f'<pre class="faulty" title="{codes}">{html.escape(block.source or block.title)}</pre>'
        case _:
            return _section(block)


def _section(block: Block) -> str:
    kind, own_id = (html.escape(str(getattr(block, name, ""))) for name in ("kind", "id"))
    named = f' id="{own_id}"' if own_id else ""
    return "\n".join([f'<section class="{kind}"{named}>', *filter(None, _parts(block)), "</section>"])


def _parts(value: object) -> Iterator[str]:
    """Yield what stands in a value: its title, then its texts and those of its parts in the order of its fields."""
    if isinstance(value, tuple):
        for part in value:
            yield from _block(part).splitlines() if isinstance(part, Block) else _parts(part)
    elif isinstance(value, Rich):
        yield f"<div>{value.html}</div>" if value.html else ""
    elif dataclasses.is_dataclass(value):
        yield from _titled(value)


def _titled(value: Any) -> Iterator[str]:
    heading = getattr(value, "heading", Rich()).html or html.escape(getattr(value, "title", ""))
    if heading:
        yield f"<h3>{heading}</h3>"
    for name in texts_of(cast(Hashable, type(value))):
        if name == "heading":
            continue
        if isinstance(value, GapQuestion) and name == "paragraphs":
            yield from (f"<p>{_GAP.join(shown for shown, _gap in said)}</p>" for said in value.paragraphs)
        else:
            yield from _parts(getattr(value, name))
