"""Every text column of the schema has a decision: what an erasure does with it."""

from sqlalchemy import JSON, Column, PrimaryKeyConstraint, String, Text, UniqueConstraint

from storage.people.text_columns import COLUMNS, By, Holds
from storage.tables import metadata


def holds_text(column: Column[object]) -> bool:
    return isinstance(column.type, (JSON, String, Text)) and not column.foreign_keys


def test_every_text_column_has_a_decision_and_no_other_has() -> None:
    there = {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if holds_text(column)
    }
    decided = {
        f"{table.name}.{name}" for table, columns in COLUMNS.items() for name in columns.holds
    }
    assert sorted(there - decided) == []
    assert sorted(decided - there) == []


def test_words_belong_somewhere_by_columns_that_are_there() -> None:
    for table, columns in COLUMNS.items():
        has_words = {Holds.WORDS, Holds.STORED} & set(columns.holds.values())
        assert bool(columns.by) is bool(has_words), table.name
        missing = [by for by in columns.by if by is not By.EVERYWHERE and by not in table.c]
        assert missing == [], table.name


def test_nothing_by_which_rows_are_found_or_checked_holds_words() -> None:
    """What is unique, a key or under a CHECK of the schema is out of an erasure's reach."""
    for table, columns in COLUMNS.items():
        words = {name for name, holds in columns.holds.items() if holds is Holds.WORDS}
        for constraint in table.constraints:
            if isinstance(constraint, (UniqueConstraint, PrimaryKeyConstraint)):
                assert not words & {column.name for column in constraint.columns}, table.name
        assert not [name for name in words if table.c[name].index or table.c[name].unique]
