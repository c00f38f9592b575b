import re
import tomllib
from pathlib import Path

from bot.connections import WANTED_HANDLES
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"


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


def test_the_image_is_made_of_every_package_and_of_nothing_that_is_not_named() -> None:
    named = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["setuptools"]["packages"]["find"]["include"]
    assert {f"!{name.removesuffix('*')}" for name in packages} <= set(named)
    assert [line for line in named if line[:1] not in ("#", "!")] == ["*", "**/__pycache__"]
    image = read("Containerfile")
    assert "COPY . ." in image
    installs = re.findall(r"pip install [^\n&]*", image)
    assert all("--require-hashes" in line or "--no-index" in line for line in installs)


def test_no_container_may_more_than_it_needs() -> None:
    services = read("compose.yaml").partition("\nvolumes:")[0]
    parts = re.split(r"\n  (?=\w+:\n)", services)[1:]
    assert [part.partition(":")[0] for part in parts] == ["database", "bot", "proxy"]
    for part in parts:
        assert "cap_drop: [ALL]" in part
        assert "no-new-privileges:true" in part
    assert all("read_only: true" in part for part in parts[1:])
