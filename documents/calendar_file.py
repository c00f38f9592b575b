"""A calendar as other programs subscribe to it (RFC 5545)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from domain.calendar_feed import FeedEntry

# How often programs are asked to look again; most take their own time.
_LOOK_AGAIN = timedelta(hours=6)


def render_calendar(
    entries: Iterable[FeedEntry], *, name: str, host: str, zone: ZoneInfo, now: datetime
) -> bytes:
    """Returns the file; a meeting keeps its UID at `host` when it moves or falls out."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//sinhhoat//meetings//VI")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", zone.key)
    calendar.add("refresh-interval", _LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, host, zone, now))
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _event(entry: FeedEntry, host: str, zone: ZoneInfo, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"meeting-{entry.meeting_id}@{host}")
    event.add("dtstamp", now)
    event.add("sequence", entry.revision)
    event.add("summary", entry.chapter_name)
    event.add("location", entry.place)
    event.add("dtstart", entry.starts.replace(tzinfo=zone))
    event.add("dtend", entry.ends.replace(tzinfo=zone))
    event.add("status", "CANCELLED" if entry.is_off else "CONFIRMED")
    return event
