from pathlib import Path

import pytest

from bot.settings import SettingsError, load_settings


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATA_DIR", "DATABASE_URL", "TELEGRAM_TOKEN", "WEB_PORT", "LANGUAGE"):
        monkeypatch.delenv(f"SINHHOAT_{name}", raising=False)


def test_without_any_setting_a_file_in_the_data_folder_is_the_database() -> None:
    settings = load_settings()
    assert settings.database == "sqlite:///data/sinhhoat.db"
    assert settings.telegram_token == {}
    assert settings.web_port == 8080


def test_one_token_is_the_main_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINHHOAT_TELEGRAM_TOKEN", "123456:ABC-def")
    tokens = load_settings().telegram_token
    assert {name: token.get_secret_value() for name, token in tokens.items()} == {
        "main": "123456:ABC-def"
    }


def test_several_tokens_have_a_name_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINHHOAT_TELEGRAM_TOKEN", "east=1:AA, west=2:BB")
    assert list(load_settings().telegram_token) == ["east", "west"]


def test_the_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SINHHOAT_WEB_PORT=9000\n")
    assert load_settings().web_port == 9000


def test_a_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINHHOAT_TELEGRAM_TOKEN", "123456:ABC-def")
    assert "ABC-def" not in repr(load_settings())


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("TELEGRAM_TOKEN", "hello", "not of the form"),
        ("TELEGRAM_TOKEN", "1:AA,2:BB", "need a name each"),
        ("WEB_PORT", "eighty", "valid integer"),
        ("WEB_PORT", "70000", "less than or equal to 65535"),
        ("TIMEZONE", "Asia/Nowhere", "unknown time zone"),
        ("LANGUAGE", "fr", "'vi' or 'en'"),
        ("DATABASE_URL", "mysql://x", "must begin with"),
        ("DATABASE_URL", "   ", "is no address"),
        ("DATABASE_URL", "sqlite:file.db", "is no address"),
        ("DATABASE_URL", "postgresql://host:port/db", "is no address"),
        ("DATABASE_URL", "postgresql://h/db?connect_timeout=soon", "number of seconds"),
        ("DATABASE_URL", "postgresql://h/db?sslmode=on", "verify-full"),
        ("DATABASE_URL", "postgresql://h/db?sslrootcert=/none.pem", "cannot be read"),
        ("DATABASE_URL", "postgresql://h/db?ssl_mode=require", "ssl_mode"),
        ("PUBLIC_URL", "example.vn", "http"),
        ("LOG_FORMAT", "xml", "'console' or 'json'"),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(f"SINHHOAT_{name}", value)
    with pytest.raises(SettingsError) as refused:
        load_settings()
    line = str(refused.value)
    assert line.startswith(f"SINHHOAT_{name}: ")
    assert words in line
    assert "\n" not in line


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SINHHOAT_TELEGRAM_WEBHOOK_URL", "https://bot.example.vn")
    with pytest.raises(SettingsError, match="TELEGRAM_WEBHOOK_SECRET"):
        load_settings()
