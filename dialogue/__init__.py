"""How a talk works: forms as data, and a pure step from one message to the next."""

from dialogue.answer import Answer, Answers
from dialogue.engine import (
    answered_line,
    list_questions,
    open_at_review,
    open_talk,
    resume,
    shown_answer,
    step,
    take_message,
    turn_to,
    upgrade,
)
from dialogue.facts import Facts
from dialogue.form import Form, Option, Question
from dialogue.inputs import (
    Edited,
    HeardWords,
    Input,
    Late,
    Photos,
    Press,
    Say,
    UnsupportedInput,
    VoiceNote,
)
from dialogue.plain import has_list, resolve_typed, write_out
from dialogue.step import Step
from dialogue.talk import Talk, answers_from_dict, answers_to_dict
from dialogue.view import View, view_to_message

__all__ = [
    "Answer",
    "Answers",
    "Edited",
    "Facts",
    "Form",
    "HeardWords",
    "Input",
    "Late",
    "Option",
    "Photos",
    "Press",
    "Question",
    "Say",
    "Step",
    "Talk",
    "UnsupportedInput",
    "View",
    "VoiceNote",
    "answered_line",
    "answers_from_dict",
    "answers_to_dict",
    "has_list",
    "list_questions",
    "open_at_review",
    "open_talk",
    "resolve_typed",
    "resume",
    "shown_answer",
    "step",
    "take_message",
    "turn_to",
    "upgrade",
    "view_to_message",
    "write_out",
]
