from datetime import date

from hypothesis import strategies as st

from domain.calendar import (
    FreeDays,
    LunarDay,
    MeetingRule,
    MonthDay,
    MoveTo,
    RecurrenceDay,
    Shift,
    ShiftRule,
    list_state_holidays,
    period_of,
)

HOLIDAYS = frozenset(
    holiday.day for year in range(2024, 2032) for holiday in list_state_holidays(year)
)

days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
months = st.sampled_from((1, 2, 3))
periods = st.builds(period_of, days, months)
ordinals = st.sampled_from((1, 2, 3, 4, -1, -2, -3, -4))
weekdays = st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
rrules = st.one_of(
    st.builds("FREQ=MONTHLY;BYDAY={}{}".format, ordinals, weekdays),
    st.builds("FREQ=MONTHLY;BYMONTHDAY={}".format, st.integers(-28, 28).filter(bool)),
    st.builds("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={}".format, ordinals),
)
shifts: st.SearchStrategy[Shift] = st.one_of(st.sampled_from(ShiftRule), st.builds(MoveTo, days))


@st.composite
def fixed_rules(
    draw: st.DrawFn, *, every: int | None = None
) -> MonthDay | LunarDay | RecurrenceDay:
    length = draw(months) if every is None else every
    month = draw(st.integers(1, length))
    kind = draw(st.sampled_from(("day", "lunar", "rrule")))
    if kind == "day":
        return MonthDay.model_validate(
            {"every": length, "month": month, "day": draw(st.integers(1, 31))}
        )
    if kind == "lunar":
        return LunarDay.model_validate(
            {"every": length, "month": month, "day": draw(st.integers(1, 30))}
        )
    return RecurrenceDay.model_validate({"every": length, "month": month, "rrule": draw(rrules)})


rules: st.SearchStrategy[MeetingRule] = st.one_of(
    fixed_rules(), st.builds(FreeDays, every=months, count=st.integers(1, 31))
)
