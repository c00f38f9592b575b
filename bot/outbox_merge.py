"""What waits for one chat, put in order and merged before it is sent: pure decisions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.outbox import OutboxRow


@dataclass(frozen=True, slots=True)
class Step:
    """One call to the messenger: the row to show and the rows that are settled with it."""

    row: OutboxRow
    merged: tuple[int, ...] = ()


def group_by_chat(rows: Sequence[OutboxRow]) -> dict[int, list[OutboxRow]]:
    """Returns the rows of each address, oldest first."""
    chats: dict[int, list[OutboxRow]] = {}
    for row in sorted(rows, key=lambda row: row.id):
        chats.setdefault(row.address_id, []).append(row)
    return chats


def merge(rows: Sequence[OutboxRow]) -> list[Step]:
    """Returns the calls for one chat; a change is merged into what it changes if that waits."""
    steps: dict[int, Step] = {}
    for row in rows:
        root = row.edits if row.edits is not None else row.id
        before = steps.get(root)
        if before is None:
            steps[root] = Step(row)
        else:
            # What changes words leaves the files that come with them.
            files = row.message.attachments or before.row.message.attachments
            message = replace(row.message, attachments=files)
            shown = replace(before.row, message=message)
            steps[root] = Step(shown, (*before.merged, row.id))
    return list(steps.values())
