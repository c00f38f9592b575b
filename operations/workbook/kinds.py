"""The sheet of chapter kinds against the stored ones."""

from dataclasses import dataclass, field
from typing import Any

from documents.book import CLEARED, SheetRow, Table
from documents.usual_words import kind_in
from operations.workbook.desk import Desk, given, key_of
from operations.workbook.lookup import may_change_all
from operations.workbook.plans import differences
from operations.workbook.rules import same_rule, wanted_rule

_WORDS = ("unit", "members", "regular", "leader", "deputy")
_OWN = ("name", "association", "shift", "recording")


@dataclass(slots=True)
class Kinds:
    """The kinds by code and by name, with the frequency and rule each will have."""

    refs: dict[str, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    frequency: dict[int, int] = field(default_factory=dict)
    rule: dict[int, dict[str, Any]] = field(default_factory=dict)

    def put(self, ref: int, code: str, name: str, frequency: int, rule: dict[str, Any]) -> None:
        """Adds a kind."""
        self.refs[key_of(code)] = self.refs[key_of(name)] = ref
        self.names[ref] = name
        self.frequency[ref] = frequency
        self.rule[ref] = rule

    def find(self, text: str) -> int | None:
        """Returns the kind that a name or code means, also by a usual short form ("CH CCB")."""
        found = self.refs.get(key_of(text))
        return self.refs.get(key_of(kind_in(text) or "")) if found is None else found


def plan_kinds(desk: Desk) -> Kinds:
    """Plans the kinds; returns all there are or will be."""
    kinds = Kinds()
    known = {row.code: row for row in desk.known["kinds"]}
    for row in known.values():
        kinds.put(row.id, row.code, row.name, row.frequency, row.rule)
        desk.associations[row.id] = row.association
    seen: dict[str, int] = {}
    for table, row in desk.rows("kinds"):
        code = row["code"]
        if code is None or code is CLEARED:
            desk.wrong(table, row, "code", "needed")
        elif code in seen:
            desk.wrong(table, row, "code", "twice", other=seen[code])
        else:
            seen[code] = row.number
            _plan_one(desk, kinds, table, row, known.get(code))
    for table, row in desk.book.offered("kinds"):
        if row["code"] not in (known.keys() | seen.keys()) and kinds.find(row["name"]) is None:
            _plan_one(desk, kinds, table, row, None)
    return kinds


def _plan_one(desk: Desk, kinds: Kinds, table: Table, row: SheetRow, known: Any) -> None:  # noqa: ANN401 - a row
    if known is None and desk.lacks(table, row):
        return
    wanted = _wanted(desk, table, row, known)
    if wanted is None:
        return
    after = wanted if known is None else differences(known, wanted)
    if known is not None and "association" in after and _is_held(desk, known.association):
        desk.wrong(table, row, "association", "association-held")
        return
    if after and not may_change_all(desk):
        desk.wrong(table, row, "code", "kind-not-yours")
        return
    if known is None:
        ref = desk.plan.add("kinds", wanted["name"], {"code": row["code"], **wanted})
    else:
        ref = known.id
        desk.plan.change("kinds", known, known.name, after)
    merged: dict[str, Any] = {
        column: wanted.get(column, getattr(known, column, None))
        for column in ("name", "frequency", "rule", "association")
    }
    desk.associations[ref] = merged["association"]
    kinds.put(ref, row["code"], merged["name"], merged["frequency"], merged["rule"])


def _is_held(desk: Desk, association: str) -> bool:
    """True when somebody has a post for all kinds of an association, by its name."""
    return any(
        post.association == association and (post.valid_to is None or post.valid_to >= desk.today)
        for post in desk.known["posts"]
    )


def _wanted(desk: Desk, table: Table, row: SheetRow, known: Any) -> dict[str, Any] | None:  # noqa: ANN401 - a row
    cleared = [column.key for column in row.sheet.columns if row[column.key] is CLEARED]
    if cleared:
        desk.wrong(table, row, cleared[0], "needed")
        return None
    usual = {"shift": "none", "recording": "full"} if known is None else {}
    wanted = usual | given(row, *_OWN)
    words = given(row, *_WORDS)
    if words:
        wanted["words"] = {**(known.words if known is not None else {}), **words}
    frequency = row["frequency"] or (known.frequency if known is not None else 1)
    if row["frequency"]:
        wanted["frequency"] = frequency
    if row["rule"] is not None:
        rule = wanted_rule(desk, table, row, frequency)
        if rule is None:
            return None
        wanted |= _unless_same(rule, known, frequency)
    return wanted


def _unless_same(rule: dict[str, Any], known: Any, frequency: int) -> dict[str, Any]:  # noqa: ANN401 - a row
    if known is not None and same_rule(known.rule, rule, frequency):
        return {}
    return {"rule": rule}
