"""Every row of every table has a term."""

from dataclasses import fields

from domain.retention import Retention
from storage.maintenance.terms import TERMS, Stays
from storage.tables import metadata


def test_every_table_has_a_term() -> None:
    assert {table.name for table in TERMS} == set(metadata.tables)


def test_every_term_in_days_is_one_that_is_applied_and_each_is_used() -> None:
    kinds = {kind for term in TERMS.values() if not isinstance(term, Stays) for kind in term}
    assert kinds == {field.name for field in fields(Retention)}
