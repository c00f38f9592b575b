"""Sums of closed months for each place, and what reports say beside their other figures."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

from storage.tables.base import Moment

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_SAID = ("on_day", "topic", "discussion", "dialogue", "proposals")
_FIGURES = (
    *("chapters", "meeting", "expected", "on_time", "late", "missing", "held", "not_held"),
    *("moved", "present", "room", "cadre", "cadre_told", "cadre_asked", *_SAID),
    *("closed", "not_founded", "paused", "not_this_month", "not_recorded"),
)


def upgrade() -> None:
    for name in _SAID:
        op.add_column(
            "closed_figures", sa.Column(name, sa.Integer(), nullable=False, server_default="0")
        )
    op.create_table(
        "closed_below",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("area_id", _ID, nullable=False),
        sa.Column("kind_id", _ID, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in _FIGURES),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_closed_below_area_id")),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["chapter_kind.id"], name=op.f("fk_closed_below_kind_id")
        ),
        sa.PrimaryKeyConstraint("month", "area_id", "kind_id", name=op.f("pk_closed_below")),
    )
    op.create_index(op.f("ix_closed_below_area_id"), "closed_below", ["area_id"], unique=False)
    op.create_table(
        "summed_month",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_summed_month")),
    )
    _count_said()


def _count_said() -> None:
    """Counts in each closed month what its reports said by then, as the other figures were."""
    connection = op.get_bind()
    stored = connection.execute(
        sa.text("select distinct month, as_of from closed_figures where month like '____-__'")
    ).all()
    is_postgresql = connection.dialect.name == "postgresql"
    for month, as_of in stored:
        day = as_of if isinstance(as_of, date) else date.fromisoformat(as_of)
        until = datetime.combine(day + timedelta(days=1), time(), _ZONE)
        counted = connection.execute(
            _counts(is_postgresql=is_postgresql), {**_days(month), "until": until}
        ).all()
        rows = [{**row._mapping, "month": month, "as_of": day} for row in counted]
        if rows:
            connection.execute(_WRITE, rows)


def _days(month: str) -> dict[str, Any]:
    """Returns a month, the periods of two and three months around it and which days are its."""
    year, number = map(int, month.split("-"))
    first = date(year, number, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    values: dict[str, Any] = {"month": month}
    for letter, months in (("B", 2), ("Q", 3)):
        step = (number - 1) % months
        values |= {
            f"period_{months}": f"{year}-{letter}{(number - 1) // months + 1}",
            f"from_{months}": date.min if step == 0 else first,
            f"to_{months}": date.max if step == months - 1 else last,
            f"undated_{months}": step == months - 1,
        }
    return values


def _counts(*, is_postgresql: bool) -> sa.TextClause:
    activities, proposal = (
        (f"r.answers ->> '{name}'" if is_postgresql else f"json_extract(r.answers, '$.{name}')")
        for name in ("activities", "proposal")
    )
    longer = " or ".join(
        f"(m.period = :period_{months} and (m.planned_on between :from_{months} and :to_{months}"
        f" or (m.planned_on is null and :undated_{months})))"
        for months in (2, 3)
    )
    counts = {
        "on_day": "r.state = 'held' and (m.planned_on is null or r.held_on = m.planned_on)",
        "topic": "r.state = 'held' and (r.topic_id is not null or length(r.topic_text) > 0)",
        "discussion": f"r.state = 'held' and {activities} like '%\"discussion\"%'",
        "dialogue": f"r.state = 'held' and {activities} like '%\"dialogue\"%'",
        "proposals": f"length({proposal}) > 0",
    }
    sums = ", ".join(
        f"sum(case when {condition} then 1 else 0 end) as {name}"
        for name, condition in counts.items()
    )
    return sa.text(
        f"select e.area_id, c.kind_id, {sums}"  # noqa: S608 - only what stands here
        " from expectation e join chapter c on c.id = e.chapter_id"
        " join meeting m on m.chapter_id = e.chapter_id and m.type = 'regular'"
        " join report r on r.meeting_id = m.id and r.first_sent_at < :until"
        f" where e.month = :month and e.expected > 0 and (m.period = :month or {longer})"
        " group by e.area_id, c.kind_id"
    ).bindparams(
        sa.bindparam("until", type_=Moment),
        *(
            sa.bindparam(f"{name}_{months}", type_=of)
            for months in (2, 3)
            for name, of in (("from", sa.Date), ("to", sa.Date), ("undated", sa.Boolean))
        ),
    )


_WRITE = sa.text(
    "update closed_figures set "  # noqa: S608 - only what stands here
    + ", ".join(f"{name} = :{name}" for name in _SAID)
    + " where month = :month and as_of = :as_of and area_id = :area_id and kind_id = :kind_id"
).bindparams(sa.bindparam("as_of", type_=sa.Date))
