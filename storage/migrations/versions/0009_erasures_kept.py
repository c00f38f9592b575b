"""Keep erasures as hashes, names that wait for the office, and every letter of JSON as it is."""

import orjson
import sqlalchemy as sa
from alembic import op

import storage.tables.base

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "wanted_name",
        sa.Column("person_id", _ID, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("asked_at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_wanted_name_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_wanted_name")),
    )
    op.create_table(
        "erasure",
        sa.Column("id", _ID, nullable=False),
        sa.Column("person_hash", sa.String(length=64), nullable=False),
        sa.Column("at", storage.tables.base.Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
        sa.UniqueConstraint("person_hash", name=op.f("uq_erasure_person_hash")),
    )
    connection = op.get_bind()
    with_json = [
        name
        for (_, name), columns in sa.inspect(connection).get_multi_columns().items()
        if any(isinstance(column["type"], sa.JSON) for column in columns)
    ]
    metadata = sa.MetaData()
    metadata.reflect(connection, only=with_json, resolve_fks=False)
    for table in metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, sa.JSON):
                _spell_out(connection, table, column)


def _spell_out(connection: sa.Connection, table: sa.Table, column: sa.Column) -> None:
    """Writes JSON that has letters as escapes anew: an erasure looks for the letters."""
    keys = list(table.primary_key.columns)
    text = sa.cast(column, sa.Text)
    escaped = connection.execute(
        sa.select(*keys, text.label("stored")).where(text.contains("\\u", autoescape=True))
    ).all()
    for row in escaped:
        mine = [key == row._mapping[key] for key in keys]
        # The connection writes JSON as the program does.
        connection.execute(
            sa.update(table).where(*mine).values({column: orjson.loads(row.stored)})
        )
