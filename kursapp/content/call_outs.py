"""Call-outs: quotes that begin with ``[!MERK]`` and the like (course-format §2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kursapp.content.comments import Comment
from kursapp.content.findings import Findings
from kursapp.content.items import Markup
from kursapp.content.keywords import CALL_OUTS, SETTINGS
from kursapp.content.lines import Line
from kursapp.content.numbers import minutes_of
from kursapp.content.repair import Edit
from kursapp.content.runs import QUOTE
from kursapp.content.settings import gather
from kursapp.domain.course import CallOut, CallOutKind, Place

_ALERT = re.compile(r" {0,3}> ?\[!(?P<name>[^\]\[]+)\] *(?P<rest>.*)$")
_FIELD = re.compile(r"(?P<name>\w+) *: *(?P<value>.*)$")


def looks_like_call_out(line: Line) -> bool:
    """Say whether a quote that begins with this line is meant as a call-out."""
    return _ALERT.match(line.text) is not None


def read_call_out(
    lines: Sequence[Line], comments: Sequence[Comment], markup: Markup, findings: Findings
) -> CallOut | None:
    """Read a call-out from its lines and the comments that stood in them; None (and a finding) for an unknown kind."""
    alert = _ALERT.match(lines[0].text)
    if not alert:
        return None
    name = CALL_OUTS.find(alert["name"])
    if name is None:
        near, column = CALL_OUTS.nearest(alert["name"]).upper(), alert.start("name") + 1
        repair = [Edit(lines[0].number, column, alert.end("name") + 1, near)] if near else []
        findings.warning("unknown-call-out", lines[0].number, column, repair=repair, name=alert["name"], nearest=near)
        return None
    kind = CallOutKind(name)
    body = [line._replace(text=QUOTE.sub("", line.text, count=1)) for line in lines[1:]]
    title = alert["rest"].strip() if kind is CallOutKind.ROLE else ""
    timer = _take_timer(body, findings) if kind is CallOutKind.GROUP else None
    if alert["rest"] and not title:
        body.insert(0, Line(lines[0].number, alert["rest"]))
    counted = gather(comments).get("minutes")
    workload = minutes_of(counted.value, counted.value_line, findings) if counted else None
    place = Place(findings.file, lines[0].number, lines[-1].number)
    return CallOut(place, kind, markup.block(body), title, timer, workload=workload)


def _take_timer(body: list[Line], findings: Findings) -> float | None:
    """Take the line ``tid: 10`` off the top of group work and return its minutes."""
    for at, line in enumerate(body):
        if line.blank:
            continue
        found = _FIELD.match(line.text.strip())
        if not found or SETTINGS.find(found["name"]) != "time":
            return None
        del body[: at + 1]
        return minutes_of(found["value"], line.number, findings)
    return None
