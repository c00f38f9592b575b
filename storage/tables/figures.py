"""The figures of closed months, as they stood at closing (decision 19), and who confirmed them."""

from dataclasses import fields

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, Integer, String, Table

from domain.figures import Figures
from storage.tables.base import Moment, metadata

# One kind in one place itself; version 1 is what was published at closing and never changes.
closed_figures = Table(
    "closed_figures",
    metadata,
    Column("month", String(7), primary_key=True),
    Column("area_id", ForeignKey("area.id"), primary_key=True),
    Column("kind_id", ForeignKey("chapter_kind.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("as_of", Date, nullable=False),
    Column("closed_at", Moment, nullable=False),
    *(Column(field.name, Integer, nullable=False) for field in fields(Figures)),
    # Topics, difficulties by category and what became of them.
    Column("told", JSON, nullable=False),
    Index("ix_closed_figures_area_id_month", "area_id", "month"),
)

# What lies below a place itself, summed up of a month that is stored of every place.
closed_below = Table(
    "closed_below",
    metadata,
    Column("month", String(7), primary_key=True),
    Column("area_id", ForeignKey("area.id"), primary_key=True),
    Column("kind_id", ForeignKey("chapter_kind.id"), primary_key=True),
    *(Column(field.name, Integer, nullable=False) for field in fields(Figures)),
    Index("ix_closed_below_area_id", "area_id"),
)

# The months whose sums are whole, as chapters owed and places lay on the last day.
summed_month = Table(
    "summed_month",
    metadata,
    Column("month", String(7), primary_key=True),
    Column("last_day", Date, nullable=False),
)

# That the office of a place stands by its figures of a month.
month_confirmation = Table(
    "month_confirmation",
    metadata,
    Column("month", String(7), primary_key=True),
    Column("area_id", ForeignKey("area.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("confirmed_at", Moment, nullable=False),
    # When a report there came or changed since.
    Column("changed_at", Moment),
    Index("ix_month_confirmation_area_id", "area_id"),
)
