"""What an import found and would do, in lines for people to read."""

from collections.abc import Iterator, Mapping
from typing import Any

from documents.book import BadFile, Fault, Faults
from documents.cells import choice_label
from domain.calendar import combine_rule, rule_words
from domain.indicators import write_hundredths
from operations.workbook.plans import Doubt, Plan
from texts import label

_CHOICES = frozenset({"recording", "language", "role", "per", "sense", "reform"})
_NAMED = {"area_id": "area", "unit": "measure"}
_LONGEST = 60


def bad_file_line(bad: BadFile, language: str) -> str:
    """Returns the one line for a file that cannot be read."""
    return label(f"workbook-bad-{bad.code}", language, **bad.facts)


def fault_lines(faults: Faults, language: str, *, most: int = 50) -> list[str]:
    """Returns the faults, a line each, the number of the others last."""
    lines = [label("workbook-faults-heading", language, count=faults.count)]
    lines += [_fault_line(fault, language) for fault in faults.listed[:most]]
    left = faults.count - min(most, len(faults.listed))
    return [*lines, label("workbook-faults-more", language, count=left)] if left else lines


def _fault_line(fault: Fault, language: str) -> str:
    facts = dict(fault.facts)
    key = str(facts.pop("why", f"workbook-fault-{fault.code}"))
    if fault.code == "choice":
        words = (
            choice_label(str(facts["column"]), choice, language)
            for choice in str(facts["choices"]).split("|")
        )
        facts["choices"] = " | ".join(words)
    return _place_line(fault, label(key, language, **facts), language)


def _place_line(fault: Fault, said: str, language: str) -> str:
    place = f"{fault.sheet}!{fault.cell}"
    if not fault.value:
        return label("workbook-fault-line-empty", language, place=place, right=said)
    value = _shortened(fault.value)
    return label("workbook-fault-line", language, place=place, value=value, right=said)


def _shortened(value: str) -> str:
    """Returns what fits of a value: of a way down to a place the end, which says which it is."""
    if len(value) <= _LONGEST:
        return value
    kept = _LONGEST - 1
    return f"…{value[-kept:]}" if " / " in value else f"{value[:kept]}…"


def preview_lines(plan: Plan, language: str, *, most: int = 30) -> list[str]:
    """Returns what a plan would do: counts by sheet, then the first changes, then the doubts."""
    remarks = remark_lines(plan.remarks, language, most=most)
    if plan.is_empty and not plan.doubts:
        return [*remarks, label("workbook-preview-nothing", language)]
    lines = [
        label(
            "workbook-preview-line",
            language,
            sheet=label(f"workbook-sheet-{sheet}", language),
            added=counts["added"],
            changed=counts["changed"],
            ended=counts["ended"],
        )
        for sheet, counts in plan.counts.items()
    ]
    lines += [_note_line(*note, language) for note in plan.notes[:most]]
    in_all = sum(counts.total() for counts in plan.counts.values())
    if in_all > min(most, len(plan.notes)):
        left = in_all - min(most, len(plan.notes))
        lines.append(label("workbook-preview-more", language, count=left))
    return [*lines, *remarks, *_doubt_lines(plan.doubts[:most], language)]


def remark_lines(remarks: Faults, language: str, *, most: int = 50) -> list[str]:
    """Returns what is to be looked at, a line each under a heading; nothing for nothing."""
    if not remarks.count:
        return []
    lines = [label("workbook-remarks-heading", language)]
    for fault in remarks.listed[:most]:
        said = label(f"workbook-remark-{fault.code}", language, **fault.facts)
        lines.append(_place_line(fault, said, language))
    left = remarks.count - min(most, len(remarks.listed))
    return [*lines, label("workbook-remarks-more", language, count=left)] if left else lines


def _note_line(sort: str, name: str, facts: Mapping[str, Any], language: str) -> str:
    if sort == "added":
        return label("workbook-preview-added", language, name=name)
    if sort == "ended":
        day = f"{facts['after']['valid_to']:%d/%m/%Y}"
        return label("workbook-preview-ended", language, name=name, day=day)
    return "; ".join(_change_words(name, facts, language))


def _change_words(name: str, facts: Mapping[str, Any], language: str) -> Iterator[str]:
    for column, after in facts["after"].items():
        key = _NAMED.get(column, column)
        if key in ("words", "channel", "account", "chat"):
            continue
        yield label(
            "workbook-preview-changed",
            language,
            name=name,
            column=label(f"workbook-head-{key}", language),
            before=_value(key, facts["before"].get(column), language),
            after=_value(key, after, language),
        )


def _value(column: str, value: Any, language: str) -> str:  # noqa: ANN401 - as stored
    if value is None or value == "":
        return label("workbook-preview-empty", language)
    if column == "value":
        return write_hundredths(value)
    if column in _CHOICES:
        return choice_label(column, str(value), language)
    if hasattr(value, "strftime"):
        return f"{value:%d/%m/%Y}"
    if column == "rule" and isinstance(value, Mapping):
        return _rule_words(value, language)
    return str(value)[:_LONGEST]


def _rule_words(rule: Mapping[str, Any], language: str) -> str:
    months = max(int(rule.get("month", 1)), int(rule.get("every", 1)))
    return rule_words(combine_rule(months, dict(rule)), language)


def _doubt_lines(doubts: list[Doubt], language: str) -> Iterator[str]:
    for doubt in doubts:
        yield label(
            "workbook-doubtful-line",
            language,
            place=doubt.place,
            name=doubt.name,
            known=doubt.known,
            id=f"#{doubt.id}",
        )
    if doubts:
        yield label("workbook-doubtful-help", language)
