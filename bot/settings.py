"""Settings from the environment or `.env`, each checked before anything starts."""

import re
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from domain.mailboxes import RETURN_TOKEN, read_email
from domain.retention import parse_retention
from web.hosts import LOOPBACK

PREFIX = "SINHHOAT_"


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one line for the operator."""


class Settings(BaseSettings):
    """What an installation is told from outside; every name begins with SINHHOAT_."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore")

    database_url: str = Field("", description="SQLite or PostgreSQL; empty: a file in DATA_DIR.")
    data_dir: Path = Field(Path("data"), description="Folder of the database file and photos.")
    telegram_token: Annotated[dict[str, SecretStr], NoDecode] = Field(
        default_factory=dict,
        description="Token of the Telegram bot, or several as name=token,name=token.",
    )
    telegram_api_url: str = Field("https://api.telegram.org", description="Bot API server.")
    telegram_webhook_url: str = Field("", description="Public address; empty: long polling.")
    telegram_webhook_secret: SecretStr = Field(
        SecretStr(""), description="Secret that Telegram sends with each webhook call."
    )
    telegram_proxy: str = Field("", description="Proxy to reach Telegram through.")
    zalo_tokens: Annotated[dict[str, SecretStr], NoDecode] = Field(
        default_factory=dict,
        description="Token of the Zalo bot, or several as name=token,name=token.",
    )
    zalo_api_url: str = Field(
        "https://bot-api.zaloplatforms.com", description="Server of Zalo's Bot Platform."
    )
    zalo_webhook_url: str = Field("", description="Public address; empty: polling.")
    zalo_webhook_secret: SecretStr = Field(
        SecretStr(""), description="Secret that Zalo sends with each webhook call."
    )
    zalo_links: Annotated[dict[str, str], NoDecode] = Field(
        default_factory=dict,
        description="Link that opens the Zalo bot, or several as name=link,name=link.",
    )
    zalo_messages: int = Field(
        3000, ge=0, description="Messages a month of the plan of each Zalo bot; 0: any number."
    )
    zalo_counts: Literal["both", "sent"] = Field(
        "both", description="Which messages count: both directions, or only those sent."
    )
    zalo_people: int = Field(
        50, ge=0, description="People that each Zalo bot may serve; 0: any number."
    )
    repeats: int = Field(
        20, ge=1, le=50, description="How often a repeat of a questionnaire is asked at most."
    )
    web_host: str = Field("127.0.0.1", description="Address the web page listens on.")
    web_port: int = Field(8080, ge=0, le=65535, description="Port the web page listens on.")
    public_url: str = Field("", description="Address under which people reach the web page.")
    trusted_proxy: str = Field(
        "127.0.0.1", description="Addresses of reverse proxies to believe, `*` for any."
    )
    smtp_host: str = Field("", description="Server that takes e-mail; empty: no e-mail.")
    smtp_port: int = Field(587, ge=1, le=65535, description="Its port.")
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="How it is reached; none: on this machine only."
    )
    smtp_user: str = Field("", description="Account at that server.")
    smtp_password: SecretStr = Field(SecretStr(""), description="Its password.")
    smtp_from: str = Field("", description="Sender of letters, as Name <address>.")
    smtp_return: str = Field(
        "", description="Where letters come back to, as sinhhoat+{token}@xa.gov.vn."
    )
    smtp_ca_file: Path | None = Field(
        None, description="Certificates to trust besides those of the system."
    )
    smtp_domains: Annotated[frozenset[str], NoDecode] = Field(
        default=frozenset(),
        description="Domains to which letters may go, comma-separated; empty: any.",
    )
    sms_gateway: Path | None = Field(
        None, description="File with the shape of an SMS gateway; empty: no text messages."
    )
    sms_key: SecretStr = Field(SecretStr(""), description="What {key} in that file stands for.")
    sms_secret: SecretStr = Field(
        SecretStr(""), description="What {secret} in that file stands for."
    )
    sms_sender: str = Field("", description="Name or number that text messages come from.")
    sms_messages: int = Field(
        0, ge=0, description="Text messages a month for each commune; 0: none go out."
    )
    sms_price: int = Field(
        0, ge=0, description="Price of one in đồng, where the gateway does not say it."
    )
    sms_callback_secret: SecretStr = Field(
        SecretStr(""), description="Secret in the address that the gateway calls back."
    )
    push_hosts: Annotated[frozenset[str], NoDecode] = Field(
        default=frozenset(
            (
                "fcm.googleapis.com",
                "push.services.mozilla.com",
                "push.apple.com",
                "notify.windows.com",
            )
        ),
        description="Push services that may be called, comma-separated; empty: nothing rings.",
    )
    timezone: str = Field("Asia/Ho_Chi_Minh", description="Zone of every date and time.")
    controller: str = Field(
        "Ủy ban nhân dân",
        description="The body that answers for personal data, named with its place: Đảng ủy …",
    )
    language: Literal["vi", "en"] = Field("vi", description="Language spoken to strangers.")
    log_format: Literal["console", "json"] = Field("console", description="How logs look.")
    metrics_token: SecretStr = Field(
        SecretStr(""), description="Token for /metrics from elsewhere than this machine."
    )

    voice_reader: str = Field(
        "", description="Command that prints what is said in the recording {file}; empty: none."
    )
    photo_reader: str = Field(
        "", description="Command that prints the words on the photo {file}, or `tesseract`."
    )

    keep_days: Annotated[dict[str, int], NoDecode] = Field(
        default_factory=dict,
        description="Days for which kinds of data are kept, as photos=365,drafts=180.",
    )
    backup_dir: Path | None = Field(None, description="Folder of nightly backups; empty: none.")
    backup_hour: int = Field(2, ge=0, le=23, description="Hour at which they are made.")
    backup_keep: int = Field(14, ge=1, description="How many of them are kept.")
    backup_key: SecretStr = Field(
        SecretStr(""), description="Public key (age1…) or passphrase that backups are locked with."
    )

    @field_validator("keep_days", mode="before")
    @classmethod
    def _parse_days(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        pairs = [part.partition("=") for part in value.split(",") if part.strip()]
        if any(not days.strip().isdecimal() for _, _, days in pairs):
            raise ValueError("must be written as photos=365,drafts=180")
        return {name.strip(): int(days) for name, _, days in pairs}

    @field_validator("keep_days")
    @classmethod
    def _check_days(cls, days: dict[str, int]) -> dict[str, int]:
        parse_retention(days)
        return days

    @field_validator("telegram_token", "zalo_tokens", mode="before")
    @classmethod
    def _parse_tokens(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        pairs = [part.strip() for part in value.split(",") if part.strip()]
        named = [pair.partition("=") for pair in pairs]
        if any("=" not in pair for pair in pairs) and len(pairs) > 1:
            raise ValueError("several tokens need a name each: name=token,name=token")
        return {name if sign else "main": token if sign else name for name, sign, token in named}

    @field_validator("telegram_token", "zalo_tokens")
    @classmethod
    def _check_tokens(cls, tokens: dict[str, SecretStr]) -> dict[str, SecretStr]:
        for name, token in tokens.items():
            number, _, rest = token.get_secret_value().partition(":")
            if not (number.isdigit() and rest):
                raise ValueError(f"the token of {name!r} is not of the form 123456:ABC…")
        return tokens

    @field_validator("zalo_links", mode="before")
    @classmethod
    def _parse_links(cls, value: object) -> object:
        if not isinstance(value, str) or not value.strip():
            return value or {}
        # One link may have an equals sign of its own.
        if value.strip().startswith("http"):
            return {"main": value.strip()}
        pairs = [part.strip().partition("=") for part in value.split(",") if part.strip()]
        return {name.strip(): link.strip() for name, _, link in pairs}

    @field_validator("zalo_links")
    @classmethod
    def _check_links(cls, links: dict[str, str]) -> dict[str, str]:
        for name, link in links.items():
            if not link.startswith("https://"):
                raise ValueError(f"the link of {name!r} must begin with https://")
        return links

    @field_validator("smtp_domains", "push_hosts", mode="before")
    @classmethod
    def _parse_domains(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return frozenset(part.strip().lower().lstrip("@") for part in value.split(",")) - {""}

    @field_validator("smtp_from")
    @classmethod
    def _check_sender(cls, value: str) -> str:
        if value and read_email(parseaddr(value)[1]) is None:
            raise ValueError("must be an address, or Name <address>")
        return value

    @field_validator("smtp_return")
    @classmethod
    def _check_return(cls, value: str) -> str:
        if value and (
            value.count(RETURN_TOKEN) != 1 or read_email(value.replace(RETURN_TOKEN, "a")) is None
        ):
            raise ValueError("must be an address with {token} in it: sinhhoat+{token}@xa.gov.vn")
        return value

    @field_validator("timezone")
    @classmethod
    def _check_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"unknown time zone {value!r}") from None
        return value

    @field_validator(
        "telegram_api_url",
        "telegram_webhook_url",
        "zalo_api_url",
        "zalo_webhook_url",
        "public_url",
    )
    @classmethod
    def _check_url(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("http", "https"):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _check_database(cls, value: str) -> str:
        from storage.connecting import async_url, connect_args  # noqa: PLC0415 - few name one

        if value:
            async_url(value)
            connect_args(value)
        return value

    @model_validator(mode="after")
    def _check_webhook(self) -> "Settings":
        if self.telegram_webhook_url and not self.telegram_webhook_secret.get_secret_value():
            raise ValueError("TELEGRAM_WEBHOOK_URL needs TELEGRAM_WEBHOOK_SECRET")
        if self.zalo_webhook_url:
            from channels.zalo.webhook import check_secret  # noqa: PLC0415 - few have one

            check_secret(self.zalo_webhook_secret.get_secret_value())
        return self

    @model_validator(mode="after")
    def _check_sms(self) -> "Settings":
        secret = self.sms_callback_secret.get_secret_value()
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{16,200}", secret):
            raise ValueError("SMS_CALLBACK_SECRET needs 16 or more of A-Z a-z 0-9 - _")
        return self

    @model_validator(mode="after")
    def _check_mail(self) -> "Settings":
        if self.smtp_host and not self.smtp_from:
            raise ValueError("SMTP_HOST needs SMTP_FROM")
        if self.smtp_host and self.smtp_security == "none" and self.smtp_host not in LOOPBACK:
            raise ValueError("SMTP_SECURITY=none is for a server on this machine only")
        return self

    @property
    def database(self) -> str:
        """The database address in force."""
        return self.database_url or f"sqlite:///{self.data_dir / 'sinhhoat.db'}"

    @property
    def database_file(self) -> Path | None:
        """Where the database lies, None for one that is no file."""
        scheme, _, rest = self.database.partition(":///")
        name = rest.partition("?")[0]
        is_file = scheme.partition("+")[0] == "sqlite" and name not in ("", ":memory:")
        return Path(name) if is_file else None

    @property
    def file_readers(self) -> dict[str, str]:
        """The commands that read what people send, by the kind of file."""
        commands = {"voice": self.voice_reader, "photo": self.photo_reader}
        return {kind: command for kind, command in commands.items() if command.strip()}

    @property
    def files_dir(self) -> Path:
        """Where photos and documents lie."""
        return self.data_dir / "files"


def load_settings(**overrides: object) -> Settings:
    """Reads the settings; raises SettingsError with one line that names what is wrong."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # names checked by pydantic
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"][:1]).upper()
        reason = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{name if first['loc'] else 'settings'}: {reason}") from None
