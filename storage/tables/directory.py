"""Places, chapters, people, their posts and how they are reached."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    true,
)

from storage.tables.base import Id, Moment, id_column, metadata, search_key_column

area = Table(
    "area",
    metadata,
    id_column(),
    Column("parent_id", ForeignKey("area.id"), index=True),
    Column("path", String(200), nullable=False, index=True),
    Column("level", String(40), nullable=False),
    Column("name", String(200), nullable=False),
    search_key_column(),
    Column("code", String(40)),
    Column("grace_days", Integer),
    Column("closing_day", Integer),
    # How long the way to the next meeting takes; null as above.
    Column("travel_min", Integer),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
)

chapter_kind = Table(
    "chapter_kind",
    metadata,
    id_column(),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("association", String(200), nullable=False),
    Column("words", JSON, nullable=False),
    Column("rule", JSON, nullable=False),
    Column("shift", String(40), nullable=False),
    Column("frequency", Integer, nullable=False),
    Column("recording", String(10), nullable=False),
    CheckConstraint("recording in ('full','frame','off')", name="recording"),
)

chapter = Table(
    "chapter",
    metadata,
    id_column(),
    Column("kind_id", ForeignKey("chapter_kind.id"), nullable=False, index=True),
    Column("area_id", ForeignKey("area.id"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    search_key_column(),
    Column("member_count", Integer, nullable=False),
    Column("exempt_count", Integer, nullable=False, server_default="0"),
    Column("rule", JSON),
    Column("shift", String(40)),
    Column("frequency", Integer),
    Column("start_time", String(5), nullable=False),
    Column("duration_min", Integer, nullable=False, server_default="90"),
    Column("place", String(200), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    # Grows with every change made in the chat, so that two people notice each other.
    Column("version", Integer, nullable=False, server_default="0"),
    Index("ix_chapter_area_id_search_key", "area_id", "search_key"),
    CheckConstraint("member_count >= exempt_count and exempt_count >= 0", name="members"),
)

person = Table(
    "person",
    metadata,
    id_column(),
    Column("name", String(200), nullable=False),
    search_key_column(),
    Column("address_form", String(40), nullable=False, server_default="đồng chí"),
    Column("phone", String(40)),
    Column("language", String(5), nullable=False, server_default="vi"),
    Column("created_at", Moment, nullable=False),
)

conversation = Table(
    "conversation",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("person.id"), unique=True),
    Column("handler", String(40)),
    Column("state", JSON, nullable=False),
    Column("draft_id", Id),
    Column("prompt", JSON),
    Column("prompt_id", String(40)),
    Column("prompt_count", Integer, nullable=False, server_default="0"),
    Column("tail", JSON),
    Column("practice", JSON),
    Column("active_at", Moment),
    Column("version", Integer, nullable=False, server_default="0"),
)

address = Table(
    "address",
    metadata,
    id_column(),
    Column("channel", String(20), nullable=False),
    Column("account", String(64), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("user", String(64), nullable=False),
    Column("conversation_id", ForeignKey("conversation.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("in_group", Boolean, nullable=False),
    Column("title", String(200), nullable=False, server_default=""),
    Column("reachable", Boolean, nullable=False, server_default=true()),
    Column("unreachable_at", Moment),
    # Counts the changes of an address's web page; taking the next number also locks the page.
    Column("web_count", Integer, nullable=False, server_default="0"),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("channel", "account", "chat", "user"),
)

post = Table(
    "post",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("role", String(20), nullable=False),
    Column("chapter_id", ForeignKey("chapter.id"), index=True),
    Column("area_id", ForeignKey("area.id"), index=True),
    Column("kind_id", ForeignKey("chapter_kind.id")),
    # Instead of one kind: all kinds of an association.
    Column("association", String(200)),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("stands_in_for", ForeignKey("post.id"), index=True),
    CheckConstraint(
        "role in ('leader','deputy','cadre','staff','reader','administrator')", name="role"
    ),
    CheckConstraint("(chapter_id is null) <> (area_id is null)", name="scope"),
)

change = Table(
    "directory_change",
    metadata,
    id_column(),
    Column("chapter_id", ForeignKey("chapter.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False, index=True),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("what", String(40), nullable=False),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
    Column("undone_at", Moment),
    Column("undone_by", ForeignKey("person.id")),
)

invitation = Table(
    "invitation",
    metadata,
    id_column(),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("area_id", ForeignKey("area.id")),
    Column("created_by", ForeignKey("person.id")),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("used_by", ForeignKey("address.id")),
    Column("revoked_at", Moment),
    CheckConstraint("(person_id is null) <> (area_id is null)", name="purpose"),
)

wrong_code = Table(
    "wrong_code",
    metadata,
    id_column(),
    Column("source", String(200), nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Index("ix_wrong_code_source_at", "source", "at"),
)

consent = Table(
    "consent",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("address_id", ForeignKey("address.id")),
    Column("version", String(20), nullable=False),
    Column("language", String(5), nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)

privacy_request = Table(
    "privacy_request",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("kind", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("closed_at", Moment),
    Column("closed_by", ForeignKey("person.id")),
    CheckConstraint("kind in ('erasure','withdrawal')", name="kind"),
    CheckConstraint("state in ('open','done','refused')", name="state"),
)

# A name that somebody gave themselves and the office has not confirmed yet.
wanted_name = Table(
    "wanted_name",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True, autoincrement=False),
    Column("name", String(200), nullable=False),
    Column("asked_at", Moment, nullable=False),
)

# Whom an erasure took, so that it can be repeated where an older backup brings them back.
erasure = Table(
    "erasure",
    metadata,
    id_column(),
    Column("person_hash", String(64), nullable=False, unique=True),
    Column("at", Moment, nullable=False),
)

holiday = Table(
    "holiday",
    metadata,
    id_column(),
    Column("area_id", ForeignKey("area.id")),
    Column("day", Date, nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Index(
        "uq_holiday_everywhere",
        "day",
        unique=True,
        sqlite_where=Column("area_id").is_(None),
        postgresql_where=Column("area_id").is_(None),
    ),
    UniqueConstraint("area_id", "day"),
)

setting = Table(
    "setting",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", JSON, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    id_column(),
    Column("at", Moment, nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("action", String(60), nullable=False),
    Column("subject", String(60), nullable=False, index=True),
    # Where it happened, found when it is written: whose journal shows it.
    Column("chapter_id", ForeignKey("chapter.id"), index=True),
    Column("area_id", ForeignKey("area.id"), index=True),
    Column("before", JSON),
    Column("after", JSON),
    Column("note", Text),
)
