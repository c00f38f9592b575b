"""The demo as it is started by hand: an outer process that keeps the bot alive."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
START = (
    "import sys; from pathlib import Path; from bot.demo.run import run_demo; "
    "run_demo(Path(sys.argv[1]), port=int(sys.argv[2]), say=lambda line: print(line, flush=True))"
)
PAGE = re.compile(r"http://\S+")


@contextmanager
def running_demo(folder: Path, *, port: int) -> Iterator[str]:
    """Gives the address of a running demo and stops it at the end."""
    command = [sys.executable, "-c", START, str(folder), str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            found = (PAGE.search(line) for line in iter(process.stdout.readline, ""))
            yield next(page for page in found if page).group()
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0


def copy_demo(template: Path, to: Path) -> Path:
    shutil.copytree(template, to)
    return to
