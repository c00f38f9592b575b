"""What comes in, what goes out, what is worked on: the tables that the pumps live by."""

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
    literal_column,
    text,
)

from storage.tables.base import Id, Moment, id_column, metadata

# Written into a statement: SQLite plans one anew each time it is run where an index of what waits
# might serve and the state is a parameter.
PENDING = literal_column("'pending'", String)

inbox = Table(
    "inbox",
    metadata,
    id_column(),
    Column("channel", String(20), nullable=False),
    Column("account", String(64), nullable=False),
    Column("external_id", String(100), nullable=False),
    Column("address_id", ForeignKey("address.id"), nullable=False, index=True),
    Column("raw", Text, nullable=False),
    Column("inbound", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("state", String(10), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("starts", Integer, nullable=False),
    Column("not_before", Moment),
    Column("done_at", Moment),
    Column("error", Text),
    Column("reference", String(20)),
    # Answered because its turn took long; the turn must not answer it again.
    Column("press_answered", Boolean),
    UniqueConstraint("channel", "account", "external_id"),
    Index(
        "ix_inbox_pending",
        "id",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index(
        "ix_inbox_aside",
        "done_at",
        sqlite_where=text("state = 'aside'"),
        postgresql_where=text("state = 'aside'"),
    ),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("address_id", ForeignKey("address.id"), nullable=False),
    Column("conversation_id", ForeignKey("conversation.id"), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("started_by_bot", Boolean, nullable=False),
    Column("dedupe_key", String(120), unique=True),
    Column("subject", String(60)),
    Column("not_before", Moment),
    Column("expires_at", Moment),
    Column("message", JSON, nullable=False),
    Column("prompt_id", String(40), index=True),
    Column("edits", Id),
    Column("part", Integer, nullable=False),
    Column("parts", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("error", Text),
    Column("message_id", String(64)),
    Column("created_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Index(
        "ix_outbox_pending",
        "started_by_bot",
        "priority",
        "id",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    Index(
        "ix_outbox_subject",
        "subject",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    # The newest message on a screen is one step in this index.
    Index(
        "ix_outbox_shown",
        "address_id",
        "id",
        sqlite_where=text("edits is null"),
        postgresql_where=text("edits is null"),
    ),
    Index(
        "ix_outbox_settled",
        "sent_at",
        sqlite_where=text("state <> 'pending'"),
        postgresql_where=text("state <> 'pending'"),
    ),
)

# Messages of each bot account in a month such as 2026-11, where a plan bounds them.
account_usage = Table(
    "account_usage",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("account", String(64), primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("sent", Integer, nullable=False),
    Column("received", Integer, nullable=False),
)

# What a row of the outbox cost as a text message, and what became of it; kept longer than the row.
sms_sent = Table(
    "sms_sent",
    metadata,
    Column("outbox_id", Id, primary_key=True, autoincrement=False),
    # The gateway's number of the message, by which it reports.
    Column("gateway_id", String(64), nullable=False, index=True),
    # The place that pays for it, in a month such as 2026-11.
    Column("area_id", ForeignKey("area.id")),
    Column("month", String(7), nullable=False),
    Column("parts", Integer, nullable=False),
    Column("cost", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("state in ('taken','delivered','failed')", name="state"),
    Index("ix_sms_sent_month", "month", "area_id"),
)

# Where a row of the outbox was to go before it was sent another way.
outbox_passed = Table(
    "outbox_passed",
    metadata,
    Column("outbox_id", Id, primary_key=True, autoincrement=False),
    Column("address_id", ForeignKey("address.id"), primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False, index=True),
)

# Where letters go by e-mail. The address itself is nobody's: it is never written to from there.
mailbox = Table(
    "mailbox",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True, autoincrement=False),
    Column("address_id", ForeignKey("address.id"), nullable=False, unique=True),
    # Kinds of letters that are wanted.
    Column("wishes", JSON, nullable=False),
    Column("code_hash", String(64)),
    Column("code_until", Moment),
    # Wrong codes typed since the last one was sent.
    Column("wrong", Integer, nullable=False),
    # Codes sent on a day.
    Column("codes", Integer, nullable=False),
    Column("codes_on", Date, nullable=False),
    Column("confirmed_at", Moment),
    Column("stopped_at", Moment),
)

# Browsers that ring when something waits on their person's page. As above the address is nobody's.
push_device = Table(
    "push_device",
    metadata,
    Column("address_id", ForeignKey("address.id"), primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    # It rings as long as this session of the page is open.
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("endpoint", String(1000), nullable=False),
    Column("p256dh", String(100), nullable=False),
    Column("auth", String(100), nullable=False),
    Column("created_at", Moment, nullable=False),
)

web_message = Table(
    "web_message",
    metadata,
    id_column(),
    Column("address_id", ForeignKey("address.id"), nullable=False),
    Column("key", String(100), nullable=False),
    Column("author", String(5), nullable=False),
    Column("place", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("message", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("address_id", "key"),
    Index("ix_web_message_changed", "address_id", "changed"),
    Index("ix_web_message_place", "address_id", "place"),
)

web_session = Table(
    "web_session",
    metadata,
    id_column(),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("address_id", ForeignKey("address.id"), nullable=False, index=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("kind", String(10), nullable=False, server_default="chat"),
    # What the browser of a desk says of itself: "Windows, Chrome".
    Column("device", String(60)),
    CheckConstraint("kind in ('chat','desk')", name="kind"),
)

# A browser that waits for its person to open the desk from the chat.
desk_request = Table(
    "desk_request",
    metadata,
    id_column(),
    Column("code_hash", String(64), nullable=False, index=True),
    Column("secret_hash", String(64), nullable=False, unique=True),
    Column("network", String(60), nullable=False),
    Column("device", String(60), nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("expires_at", Moment, nullable=False),
    # Who answered, and whether they opened it.
    Column("address_id", ForeignKey("address.id"), index=True),
    Column("opened", Boolean),
)

# A form of the desk that was taken, by the id that was written into it.
desk_form = Table(
    "desk_form",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False, index=True),
    # Where its sender was led afterwards.
    Column("way", String(1000), nullable=False),
)

draft = Table(
    "draft",
    metadata,
    id_column(),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("form", String(40), nullable=False),
    Column("form_version", Integer, nullable=False),
    Column("meeting_id", ForeignKey("meeting.id"), nullable=False, index=True),
    Column("state", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    UniqueConstraint("person_id", "form", "meeting_id"),
)

task = Table(
    "task",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("kind", String(40), nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", String(10), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("not_before", Moment),
    Column("created_at", Moment, nullable=False),
    Column("done_at", Moment),
    Column("error", Text),
    Index(
        "ix_task_pending",
        "id",
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
)

lease = Table(
    "lease",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("expires_at", Moment, nullable=False),
)
