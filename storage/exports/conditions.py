"""Joins that several sheets share."""

from sqlalchemy import and_

from storage.tables.grading import meeting_grade
from storage.tables.meetings import meeting

# The grade that the cadre gave the meeting, where one was given.
OF_CADRE = and_(meeting_grade.c.meeting_id == meeting.c.id, meeting_grade.c.source == "cadre")
