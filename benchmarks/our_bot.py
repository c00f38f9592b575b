"""Our bot as `sinhhoat run` starts it, with the ten-step talk beside its own."""

from fluent.runtime import FluentResource

import bot.app
from benchmarks.questions import DONE, OPTIONS, QUESTIONS, REVIEW
from bot.cli import main
from dialogue import Form, Input, Option, Press, Question, Talk, open_talk, resume, step
from dialogue import view_to_message as to_message
from domain.message import Expects
from domain.talks import Draft
from handlers.handler import Registry
from handlers.registry import build_handlers
from operations.codes import RandomBytes
from operations.reports import drafts
from operations.turn import Turn
from texts.render import LANGUAGES, _bundle

FORM = Form(
    "bench",
    1,
    tuple(
        Question(
            key=f"q{number}",
            expects=Expects.CHOICE,
            options=tuple(Option(key) for key in OPTIONS),
        )
        for number in range(len(QUESTIONS))
    ),
)


def fluent() -> str:
    """Returns the texts of the form."""
    lines = [
        "command-bench-description = Bench",
        f"bench-review = {REVIEW}",
        "bench-send = Gửi",
        f"bench-done = {DONE}",
    ]
    for number, question in enumerate(QUESTIONS):
        lines += [f"bench-q{number} = {question}", f"bench-q{number}-label = {question}"]
        lines.append(f"bench-q{number}-example = Bấm một nút.")
        lines += [f"bench-q{number}-{key} = {text}" for key, text in OPTIONS.items()]
    return "\n".join(lines)


class BenchHandler:
    """The talk, kept and committed at each answer as the report is."""

    name = "bench"
    command = "bench"
    words = ""
    takes_files = False

    async def begin(self, turn: Turn, argument: str) -> None:
        """Begins anew, in a draft of its own; the argument is the meeting it hangs on."""
        today = turn.today
        talk = open_talk(FORM, facts={}, today=today)
        draft = await drafts.start(turn, FORM, int(argument), {"talk": talk.to_dict()})
        turn.draft, turn.talk.draft_id = draft, draft.id
        turn.talk.handler, turn.talk.state = self.name, {}
        self._say(turn, draft, resume(FORM, talk, facts={}, today=today, language=turn.language))

    async def answer(self, turn: Turn, given: Input) -> None:
        """Takes one answer."""
        draft = turn.draft
        if draft is None:
            return
        if isinstance(given, Press):
            given = Press(given.key, str(turn.talk.state.get("question", "")))
        talk = Talk.from_dict(draft.state["talk"])
        result = step(FORM, talk, given, today=turn.today, language=turn.language)
        self._say(turn, draft, result)
        if result.finished:
            await drafts.delete(turn, draft)
            turn.leave()
            turn.say("bench-done")

    def _say(self, turn: Turn, draft: Draft, result: object) -> None:
        draft.state = {"talk": result.talk.to_dict()}  # type: ignore[attr-defined]
        turn.say_rich(*result.notes)  # type: ignore[attr-defined]
        if result.show is not None and not result.finished:  # type: ignore[attr-defined]
            shown = result.show  # type: ignore[attr-defined]
            turn.talk.state["question"] = shown.question
            turn.ask_message(to_message(shown, turn.next_prompt_id()))


def build(*, public_url: str, random_bytes: RandomBytes) -> Registry:
    """Returns the bot's own handlers and this one."""
    own = build_handlers(public_url=public_url, random_bytes=random_bytes)
    handlers = (*own.handlers, BenchHandler())
    return Registry(handlers=handlers, enrolment=own.enrolment, groups=own.groups, home=own.home)


if __name__ == "__main__":
    for language in LANGUAGES:
        _bundle(language).add_resource(FluentResource(fluent()))
    bot.app.build_handlers = build  # type: ignore[attr-defined]
    main()
