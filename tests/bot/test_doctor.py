import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.doctor import examine, judge_clock, row_of
from bot.settings import Settings
from operations.maintenance.health import Light
from tests.directory import at
from tests.zaloapi import ZaloApi

TOKEN = "123456:invented"


class Answers(BaseHTTPRequestHandler):
    """Answers as Telegram does: an account of the name, and a webhook with an error."""

    webhook = ""

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.end_headers()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        result = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "sinh_hoat_bot"}
        if self.path.endswith("getWebhookInfo"):
            result = {"url": self.webhook, "pending_update_count": 0}
        body = json.dumps({"ok": True, "result": result}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def api() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def settings_of(url: str, folder: Path, **values: object) -> Settings:
    return Settings(database_url=url, data_dir=folder, **values)  # type: ignore[arg-type]


async def lights(settings: Settings) -> dict[str, Light]:
    return {finding.name: finding.light for finding in await examine(settings)}


async def test_a_sound_installation_has_no_red_light(
    database_url: str, tmp_path: Path, api: str
) -> None:
    found = await lights(
        settings_of(database_url, tmp_path, telegram_token=TOKEN, telegram_api_url=api)
    )
    assert Light.RED not in found.values()
    for name in ("database", "migration", "telegram main", "webhook main", "clock", "inbox"):
        assert found[name] is Light.GREEN, name


async def test_a_messenger_out_of_reach_is_red_and_the_rest_is_still_told(
    database_url: str, tmp_path: Path
) -> None:
    nowhere = "http://127.0.0.1:9"
    found = await lights(
        settings_of(database_url, tmp_path, telegram_token=TOKEN, telegram_api_url=nowhere)
    )
    assert found["telegram main"] is Light.RED
    assert found["clock"] is Light.YELLOW
    assert found["database"] is Light.GREEN


async def test_a_webhook_that_leads_elsewhere_is_red(
    database_url: str, tmp_path: Path, api: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Answers, "webhook", "https://elsewhere.example.vn/telegram/webhook/main")
    polled = settings_of(database_url, tmp_path, telegram_token=TOKEN, telegram_api_url=api)
    pushed = polled.model_copy(update={"telegram_webhook_url": "https://sinhhoat.example.vn"})
    assert (await lights(polled))["webhook main"] is Light.RED
    assert (await lights(pushed))["webhook main"] is Light.RED


async def test_a_database_that_was_never_migrated_is_red(
    empty_database_url: str, tmp_path: Path
) -> None:
    found = await lights(settings_of(empty_database_url, tmp_path))
    assert found["migration"] is Light.RED


async def test_a_database_that_is_not_there_is_red(tmp_path: Path) -> None:
    url = "postgresql://nobody@127.0.0.1:9/none"
    assert (await lights(settings_of(url, tmp_path)))["database"] is Light.RED


def test_a_clock_half_a_minute_off_is_red() -> None:
    here = at(5)
    assert judge_clock(here, here + timedelta(seconds=5)).light is Light.GREEN
    assert judge_clock(here, here - timedelta(minutes=2)).light is Light.RED


def test_the_command_exits_with_1_when_something_is_red(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SINHHOAT_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("SINHHOAT_DATABASE_URL", raising=False)
    result = CliRunner().invoke(app, ["doctor"])
    assert result.exit_code == 1
    assert "còn thiếu 0001" in result.output
    assert "sinhhoat migrate" in result.output


async def test_accounts_on_zalo_are_looked_at(database_url: str, tmp_path: Path) -> None:
    async with ZaloApi(plain_errors=True) as api:
        values = {"zalo_tokens": {"main": api.token}, "zalo_api_url": api.url}
        found = {
            finding.name: finding
            for finding in await examine(settings_of(database_url, tmp_path, **values))
        }
        assert found["zalo main"].fact.startswith("bot.SinhHoat")
        assert found["quota main"].fact == "0/3000, 0/50"
        lit = {name: found[f"{name} main"].light for name in ("zalo", "quota", "spool")}
        assert set(lit.values()) == {Light.GREEN}
        assert found["zalowebhook main"].light is Light.YELLOW, "polling may lose something"
        assert "telegram" not in found

        folder = tmp_path / "spool" / "zalo-main"
        folder.mkdir(parents=True)
        (folder / "1.aside").touch()
        api.world.webhook_url, api.world.webhook_set_at = "http://127.0.0.1:9/zalo/webhook", 1
        url = {"zalo_webhook_url": "http://127.0.0.1:9", "zalo_webhook_secret": "12345678"}
        found = {
            finding.name: finding
            for finding in await examine(settings_of(database_url, tmp_path, **values, **url))
        }
        assert found["zalowebhook main"].fact == "webhook.err.unreachable"
        assert found["spool main"].light is Light.RED
        api.world.token = "another"
        found = {
            finding.name: finding
            for finding in await examine(settings_of(database_url, tmp_path, **values))
        }
        assert found["zalo main"].light is Light.RED
        assert row_of(found["zalo main"], "vi").mend
