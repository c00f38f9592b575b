"""Opens one talk in the web page as practice, on a sample that is thrown away."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from bot.clock import utc_now
from bot.demo.settings import HOST, demo_settings
from bot.invitations import invite_person
from bot.office import OfficeError, opened
from bot.sample.fill import fill_with_sample, list_people_to_try
from bot.service import run_service
from bot.settings import Settings
from bot.web_server import open_port
from bot.work import wait
from domain.people import Person
from handlers.registry import build_handlers
from operations.people.practice import prepare_practice
from storage.migrate import migrate

ROLES = ("leader", "cadre", "officer")


def find_command(form: str) -> str:
    """Returns the command of a talk named by its handler or by a command; raises OfficeError."""
    handlers = build_handlers(public_url="", random_bytes=os.urandom).handlers
    for task in handlers:
        names = task.command.split("|")
        if form in (task.name, *names):
            return names[0]
    known = ", ".join(sorted(handler.name for handler in handlers))
    raise OfficeError(f"no talk is called {form!r}; there are {known}")


def try_form(form: str, *, role: str, port: int, say: Callable[[str], None]) -> None:
    """Serves the talk on this machine until SIGTERM or Ctrl-C; `say` is told where."""
    command = find_command(form)
    with tempfile.TemporaryDirectory(prefix="sinhhoat-try-") as folder:
        with open_port(HOST, port, move_on=True) as listening:
            free = listening.getsockname()[1]
        settings = demo_settings(Path(folder)).model_copy(update={"web_port": free})
        person, code = wait(prepare(settings, command, role))
        say(f"{person.name}, {role}: open http://{HOST}:{free}/enter?c={code} (Ctrl-C stops)")
        wait(run_service(settings))


async def prepare(settings: Settings, command: str, role: str) -> tuple[Person, str]:
    """Fills the sample and lets somebody's talk begin as practice; returns who, and their code."""
    await migrate(settings.database, now=utc_now())
    await fill_with_sample(settings)
    people = await list_people_to_try(settings)
    person = people[ROLES.index(role)]
    async with opened(settings) as database, database.write() as unit:
        await prepare_practice(unit, person.id, f"/{command}", now=utc_now())
    return person, await invite_person(settings, person)
