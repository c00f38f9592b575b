"""Indicators and targets in words, wherever they are shown."""

from domain.indicators import Figure, Indicator, Sense, is_share
from operations.figures.indicators import Aim
from texts import label
from texts.numbers import decimal, percent


def figure_words(figure: Figure, language: str, *, share: bool) -> str:
    """Returns a figure with the part and whole of a share: "93,1% (54/58)"."""
    if figure.value is None:
        return label("targets-no-data", language)
    value = value_words(figure, language, share=share)
    if figure.part is None or figure.whole is None:
        return value
    return label("targets-share", language, value=value, part=figure.part, whole=figure.whole)


def value_words(figure: Figure, language: str, *, share: bool) -> str:
    """Returns a figure alone, a dash where nobody gave one."""
    if figure.value is None or figure.part is None:
        return label("targets-none", language)
    if figure.whole is not None:
        return percent(figure.part, figure.whole, language)
    return _hundredths(figure.value, language, share=share)


def aim_words(aim: Aim, language: str) -> str:
    """Returns what is aimed at: "từ 95%", of one kind with its figure."""
    target = aim.target
    words = aimed_words(target.indicator, target.value, target.sense, language)
    if not target.kind:
        return words
    share = is_share(target.indicator)
    figure = value_words(aim.figure, language, share=share)
    return words + label("targets-kind", language, kind=target.kind, figure=figure)


def aimed_words(indicator: Indicator, value: int, sense: Sense, language: str) -> str:
    """Returns a value aimed at: "từ 95%"."""
    key = "least" if sense is Sense.MIN else "most"
    written = _hundredths(value, language, share=is_share(indicator))
    return f"{label(f'targets-{key}', language)} {written}"


def met_words(aim: Aim, language: str) -> str:
    """Returns whether a target is met, "chưa có số liệu" where that is not known."""
    met = {True: "met", False: "unmet", None: "open"}[aim.met]
    return label(f"targets-{met}", language)


def _hundredths(value: int, language: str, *, share: bool) -> str:
    written = decimal(value / 100, language, digits=1 if share else 2)
    return f"{written}%" if share else written
