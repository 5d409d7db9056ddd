"""The report as plain values: cover, front page, a chapter for each theme, voices, tables, and how it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from kursapp.domain.cohort import LEAST_FOR_COMMENTS
from kursapp.domain.form import AnswerKind, FormItem, FormKind
from kursapp.domain.results import Breakdown, RoundResults, Table
from kursapp.domain.summary import summary_of
from kursapp.export.about import facts_of, hidden_units, response_rate, variable_name
from kursapp.export.long_table import comments_in_order
from kursapp.export.recovery_sheet import DAYS, region
from kursapp.export.report.blocks import Setting, Unit, blocks_of
from kursapp.export.report.tables import tables_of
from kursapp.export.summing_up import numbers, sentences, theme_rows, theme_sentence
from kursapp.export.theme import light_theme
from kursapp.texts import amounts
from kursapp.texts.results import form_type, group_label, hidden, why

Plain = dict[str, object]


def report_values(results: RoundResults, made: date | None) -> Plain:
    """Return what the template is filled with; ``made`` is the day printed on the cover."""
    setting = Setting(results, light_theme())
    say, cohort = setting.say, results.cohort
    return {
        "theme": setting.theme,
        "language": cohort.language,
        "region": region(cohort.language),
        "title": say("title", course=cohort.course_title, cohort=cohort.name),
        "author": cohort.organiser or "Kursapp",
        "days": DAYS,
        "cover": _cover(setting, made),
        "running": f"{cohort.course_title} \u00b7 {cohort.name}",
        "simulated": say("simulated") if cohort.simulated else "",
        "simulated_short": say("simulated-short") if cohort.simulated else "",
        "front": _front(setting),
        "chapters": [*_themes(setting), *_breakdowns(setting)],
        "voices": _voices(setting),
        "tables": {
            "heading": say("tables"),
            "lead": say("tables-lead"),
            "tables": tables_of(_everybody(results), setting),
        },
        "about": _about(setting),
        "words": {
            "page": say("page", page="{page}", total="{total}"),
            "contents": say("contents"),
            "n": say("n"),
            "mean": say("mean"),
            "hidden": hidden(cohort.language),
        },
    }


def _cover(setting: Setting, made: date | None) -> Plain:
    results, say, language = setting.results, setting.say, setting.language
    cohort = results.cohort
    answered = say("answered", count=results.published.persons)
    if results.invited > 0:
        rate = response_rate(results)
        answered = f"{say('answered-of', count=results.published.persons, total=results.invited)} ({rate})"
    kind = form_type(results.form, language)
    facts = {
        "cohort": cohort.name,
        "form": f"{results.form.title} ({kind.lower()})" if kind else results.form.title,
        "dates": amounts.days(cohort.starts, cohort.ends, language),
        "place": cohort.place,
        "organiser": cohort.organiser,
        "answered": answered,
        "made": amounts.day(made, language) if made else "",
    }
    return {
        "kind": say("kind"),
        "course": cohort.course_title,
        "facts": [[say(f"cover-{key}"), value] for key, value in facts.items() if value],
    }


def _front(setting: Setting) -> Plain:
    say = setting.say
    return {
        "heading": say("front"),
        "numbers": [list(each) for each in numbers(setting.results)],
        "sentences": sentences(setting.results),
        "themes_heading": say("themes"),
        "theme_columns": [say(f"theme-{name}") for name in ("name", "positive", "higher", "hidden")],
        "themes": _theme_cells(setting),
        "reading_heading": say("read-first"),
        "reading": say("read-bars"),
    }


def _theme_cells(setting: Setting) -> list[list[str]]:
    """Return the themes as a table, those without a scale left out."""

    def printed(part: object) -> str:
        return amounts.share(part, setting.language) if isinstance(part, float) else "\u2013"

    rows = theme_rows(setting.results)
    return [
        [str(name) or setting.say("no-theme"), printed(positive), printed(higher), str(left_out)]
        for name, positive, higher, _, left_out in rows
        if positive is not None or higher is not None
    ]


def _everybody(results: RoundResults) -> Iterator[Unit]:
    for item in results.form.items:
        yield Unit(item, results.published.table(item.id), item.text)


def _themes(setting: Setting) -> Iterator[Plain]:
    say, results = setting.say, setting.results
    units = list(_everybody(results))
    backgrounds = [unit for unit in units if unit.item.background]
    first = not backgrounds
    if backgrounds:
        yield _chapter(say("background"), "", blocks_of(backgrounds, setting), new_page=True)
    if results.form.kind is FormKind.QUIZ:
        yield _chapter(results.form.title, "", blocks_of(units, setting), new_page=True)
        return
    for theme in summary_of(results).themes:
        named = [unit for unit in units if unit.item.theme == theme.title and not unit.item.background]
        lead = theme_sentence(theme, setting.language)
        yield _chapter(theme.title or say("no-theme"), lead, blocks_of(named, setting), new_page=first)
        first = False


def _breakdowns(setting: Setting) -> Iterator[Plain]:
    say, results = setting.say, setting.results
    k = results.cohort.rules.k
    for breakdown in results.published.breakdowns:
        heading = say("breakdown", variable=variable_name(results, breakdown.variable))
        if isinstance(breakdown, Breakdown):
            lead = f"{say('breakdown-lead', k=k)} {_sizes(breakdown, setting)}"
            yield _chapter(heading, lead, _group_blocks(breakdown, setting), new_page=True)
        else:
            told = f"{hidden(setting.language)}. {why(breakdown.why, k, setting.language)}"
            yield _chapter(heading, told, [], new_page=False)


def _chapter(heading: str, lead: str, blocks: list[Plain], *, new_page: bool) -> Plain:
    return {"heading": heading, "lead": lead, "blocks": blocks, "new_page": new_page}


def _sizes(breakdown: Breakdown, setting: Setting) -> str:
    sizes: dict[str, int] = {}
    for unit in breakdown.tables:
        if isinstance(unit, Table) and unit.group is not None:
            name = group_label(setting.results.form, unit.group, setting.language)
            sizes[name] = max(sizes.get(name, 0), unit.persons)
    say = setting.say
    return "; ".join(say("group-size", group=name, count=count) for name, count in sizes.items()) + "."


def _group_blocks(breakdown: Breakdown, setting: Setting) -> list[Plain]:
    """Return the items one by one, each with its groups under one another."""
    form = setting.results.form
    blocks: list[Plain] = []
    for item in form.items:
        if item.kind is AnswerKind.TEXT:
            continue
        units = [
            Unit(item, unit, group_label(form, unit.group, setting.language))
            for unit in breakdown.tables
            if isinstance(unit, Table) and unit.item_id == item.id and unit.group is not None
        ]
        for block, unit in _named(units, setting):
            same_kind = len(units) == 1 or block["kind"] == "scale"
            name = item.text if same_kind else f"{item.text} ({unit.name})"
            blocks.append({**block, "heading": name})
    return blocks


def _named(units: list[Unit], setting: Setting) -> Iterator[tuple[Plain, Unit]]:
    """Yield one block for the groups of a statement; of other questions one for each group."""
    if units and units[0].item.kind in (AnswerKind.SCALE, AnswerKind.BEFORE_NOW):
        yield blocks_of(units, setting)[0], units[0]
        return
    for unit in units:
        yield blocks_of([unit], setting)[0], unit


def _voices(setting: Setting) -> Plain:
    results, say, language = setting.results, setting.say, setting.language
    published = results.published
    values: Plain = {"heading": say("voices"), "lead": "", "items": [], "tags": [], "tags_heading": say("tags")}
    if not any(_can_be_commented(item) for item in results.form.items):
        return {**values, "heading": ""}
    if published.comments_hidden is not None:
        reason = why(published.comments_hidden, results.cohort.rules.k, language)
        return {**values, "lead": f"{hidden(language)}. {reason}"}
    if not published.comments:
        return {**values, "lead": say("voices-nobody")}
    chosen = [comment for comment in comments_in_order(results) if comment.chosen]
    lead = say("voices-lead" if chosen else "voices-none", shown=len(published.comments))
    items = [
        {"heading": item.text, "quotes": [one.text for one in chosen if one.item_id == item.id]}
        for item in results.form.items
        if any(one.item_id == item.id for one in chosen)
    ]
    tags = Counter(tag for comment in published.comments for tag in comment.tags)
    counted = sorted(tags.items(), key=lambda one: (-one[1], one[0]))
    return {
        **values,
        "lead": lead,
        "items": items,
        "tags": [[tag, str(count)] for tag, count in counted],
        "tag_columns": [say("tag-column"), say("tag-count")],
    }


def _can_be_commented(item: FormItem) -> bool:
    return item.kind is AnswerKind.TEXT or any(option.other for option in item.options)


def _about(setting: Setting) -> Plain:
    results, say = setting.results, setting.say
    rules = results.cohort.rules
    paragraphs = [say("about-lead"), say("about-rules", k=rules.k, limit=max(rules.k, LEAST_FOR_COMMENTS))]
    if rules.reason:
        paragraphs.append(say("about-reason", k=rules.k, reason=rules.reason))
    paragraphs.append(say("about-effect"))
    return {
        "heading": say("about"),
        "paragraphs": paragraphs,
        "limits_heading": say("limits"),
        "limits": [say(f"limit-{name}") for name in ("key", "subtract", "agree", "style", "final")],
        "hidden_heading": say("hidden-heading"),
        "hidden_columns": [say("hidden-what"), say("hidden-why")],
        "hidden": [[unit.name, unit.why] for unit in hidden_units(results)],
        "facts_heading": say("facts-heading"),
        "fact_columns": [say("fact-name"), say("fact-value")],
        "facts": [[fact.name, fact.value] for fact in facts_of(results)],
    }
