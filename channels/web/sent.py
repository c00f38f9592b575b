"""What the browser sends, checked and turned into `Inbound`."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from domain.inbound import Address, FileRef, Inbound, InboundKind

LONGEST_TEXT, LONGEST_NAME = 20_000, 300
_OLDEST = timedelta(days=30)

SENT_ID = r"^[A-Za-z0-9_-]{8,64}$"
SentId = Annotated[str, Field(pattern=SENT_ID)]
Key = Annotated[str, Field(min_length=1, max_length=100)]


class _SentMessage(BaseModel):
    """Every sent thing has an id made by the browser and an age, so that clocks may differ."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: SentId
    age: Annotated[int, Field(ge=0, le=10**12)] = 0
    prompt: Key | None = None

    def sent_at(self, now: datetime) -> datetime:
        """Returns when it was sent, by our clock."""
        return now - min(timedelta(milliseconds=self.age), _OLDEST)


class TextSent(_SentMessage):
    """Words typed while `prompt` was on screen."""

    kind: Literal["text"]
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]


class ChoiceSent(_SentMessage):
    """A button pressed."""

    kind: Literal["choice"]
    prompt: Key
    choice: Key


class EditSent(_SentMessage):
    """New words for an own message."""

    kind: Literal["edit"]
    edits: SentId
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]


class ReportSent(_SentMessage):
    """A report that was filled in without a network; `text` is what stands in the talk for it."""

    kind: Literal["report"]
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    report: dict[str, Any]


class FileSent(_SentMessage):
    """A file of which the bytes came along; photos sent together share an album."""

    name: Annotated[str, Field(max_length=255)] = ""
    album: SentId | None = None


AnySent = TextSent | ChoiceSent | EditSent | ReportSent
_SENT: TypeAdapter[AnySent] = TypeAdapter(Annotated[AnySent, Field(discriminator="kind")])


_FILE_KINDS = {"image": InboundKind.PHOTO, "audio": InboundKind.VOICE}


def parse_sent(raw: bytes) -> AnySent:
    """Reads the JSON of one message; raises ValueError for anything else."""
    return _SENT.validate_json(raw)


def build_inbound(sent: AnySent, address: Address, *, now: datetime) -> Inbound:
    """Returns what a message, a press or an edit means."""
    at = sent.sent_at(now)
    match sent:
        case TextSent():
            return Inbound(
                address=address,
                external_id=sent.id,
                kind=InboundKind.TEXT,
                sent_at=at,
                text=_clean(sent.text),
                prompt_id=sent.prompt,
                message_id=sent.id,
            )
        case ChoiceSent():
            return Inbound(
                address=address,
                external_id=sent.id,
                kind=InboundKind.CHOICE,
                sent_at=at,
                prompt_id=sent.prompt,
                choice=sent.choice,
            )
        case ReportSent():
            return Inbound(
                address=address,
                external_id=sent.id,
                kind=InboundKind.REPORT,
                sent_at=at,
                text=_clean(sent.text),
                message_id=sent.id,
                filled=_clean(orjson.dumps(sent.report).decode()),
            )
        case EditSent():
            return Inbound(
                address=address,
                external_id=sent.id,
                kind=InboundKind.EDITED,
                sent_at=at,
                text=_clean(sent.text),
                message_id=sent.edits,
            )


def build_file_inbound(
    sent: FileSent, file: FileRef, address: Address, *, now: datetime
) -> Inbound:
    """Returns what an uploaded file means: a photo if it is a picture, a voice if a sound."""
    family = file.mime.partition("/")[0]
    return Inbound(
        address=address,
        external_id=sent.id,
        kind=_FILE_KINDS.get(family, InboundKind.FILE),
        sent_at=sent.sent_at(now),
        prompt_id=sent.prompt,
        message_id=sent.id,
        file=file,
        album=sent.album,
    )


def _clean(text: str) -> str:
    # PostgreSQL cannot hold NUL in text.
    return text.replace("\0", "")
