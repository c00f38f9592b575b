"""A whole report in one message: what of it is understood, by which words, and what is not."""

from domain.one_message.hearing import hear_report
from domain.one_message.judging import Likeness, judge
from domain.one_message.labels import Field
from domain.one_message.parts import HeardReport
from domain.one_message.settling import Held, KnownMeeting, ReadField, ReadReport, settle_report

__all__ = [
    "Field",
    "HeardReport",
    "Held",
    "KnownMeeting",
    "Likeness",
    "ReadField",
    "ReadReport",
    "hear_report",
    "judge",
    "settle_report",
]
