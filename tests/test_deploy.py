import re
from pathlib import Path

from bot.connections import WANTED_HANDLES
from bot.settings import PREFIX, Settings

DEPLOY = Path(__file__).parent.parent / "deploy"


def read(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


def test_every_setting_in_the_deployment_files_is_one() -> None:
    for name in ("Containerfile", "compose.yaml", "sinhhoat.service", "env.example"):
        found = set(re.findall(rf"{PREFIX}([A-Z_]+)", read(name)))
        assert found, name
        assert {value.lower() for value in found} <= set(Settings.model_fields), name


def test_the_service_may_write_where_its_data_and_backups_go() -> None:
    unit, settings = read("sinhhoat.service"), read("env.example")
    (backups,) = re.findall(rf"{PREFIX}BACKUP_DIR=(\S+)", settings)
    (data,) = re.findall(rf"{PREFIX}DATA_DIR=(\S+)", settings)
    assert "ProtectSystem=strict" in unit
    assert f"ReadWritePaths=-{backups}\n" in unit
    assert f"StateDirectory={Path(data).name}\n" in unit
    assert f"WorkingDirectory={data}\n" in unit


def test_the_containers_keep_backups_where_the_bot_may_write() -> None:
    compose, image = read("compose.yaml"), read("Containerfile")
    (folder,) = re.findall(rf"{PREFIX}BACKUP_DIR: (\S+)", compose)
    assert f"${{BACKUP_DIR:-backups}}:{folder}\n" in compose
    assert re.search(rf"install -d -o sinhhoat .*{folder}\n", image)
    assert "\n  backups:\n" in compose.partition("\nvolumes:")[2]


def test_the_bot_may_hold_a_file_for_every_open_page() -> None:
    (unit,) = re.findall(r"^LimitNOFILE=(\d+)$", read("sinhhoat.service"), re.MULTILINE)
    (compose,) = re.findall(r"nofile: (\d+)", read("compose.yaml"))
    assert min(int(unit), int(compose)) >= WANTED_HANDLES
