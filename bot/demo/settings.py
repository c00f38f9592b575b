"""The demo's own settings: its own folder, no messenger but the page, this machine only."""

from pathlib import Path

from bot.settings import Settings, load_settings

FILE = "demo.db"
HOST = "127.0.0.1"


def demo_settings(folder: Path, *, public_url: str = "") -> Settings:
    """Returns settings that owe nothing to the environment but the port."""
    return load_settings(
        data_dir=folder,
        database_url=f"sqlite:///{folder / FILE}",
        telegram_token={},
        zalo_tokens={},
        telegram_webhook_url="",
        zalo_webhook_url="",
        telegram_proxy="",
        web_host=HOST,
        public_url=public_url,
        language="vi",
        timezone="Asia/Ho_Chi_Minh",
    )
