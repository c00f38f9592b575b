"""Reads an XLSForm into the questions it asks, and says of each cell what cannot be."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from domain.columns import column_letters
from domain.questionnaires.definition import (
    SELECTS,
    AskedQuestion,
    Definition,
    Option,
    QuestionType,
)
from domain.questionnaires.expressions import BadExpression, Expression, read_expression
from domain.questionnaires.groups import OpenGroups, Place
from domain.questionnaires.references import find_bad_references
from domain.questionnaires.sheets import (
    CHOICES,
    SETTINGS,
    SURVEY,
    Fault,
    Line,
    Sheets,
    heading_of,
    read_lines,
)

MOST_QUESTIONS = 50
# Each is a button that a small phone has to show.
MOST_OPTIONS = 30
_MOST_FAULTS = 100
_LONGEST_LABEL, _LONGEST_OPTION = 1000, 200
# What a button's key has room for.
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,30}", re.ASCII)
_OPTION_NAME = re.compile(r"[A-Za-z0-9_.-]{1,24}", re.ASCII)
_LANGUAGE = re.compile(r".*\(([a-z]{2,3})\)|([a-z]{2,3})", re.ASCII)
_LAST_SAVED = re.compile(r"\$\{\s*last-saved#([A-Za-z_][\w]*)\s*\}", re.ASCII)
_REFERENCE = "${"
# How defaults are written that are no choices.
_DEFAULTS = {
    QuestionType.TEXT: re.compile(r".*", re.DOTALL),
    QuestionType.INTEGER: re.compile(r"-?\d{1,9}", re.ASCII),
    QuestionType.DECIMAL: re.compile(r"-?\d{1,9}(\.\d{1,4})?", re.ASCII),
    QuestionType.DATE: re.compile(r"today\(\)"),
}
_YES = ("yes", "true", "true()", "1")
_NO = ("", "no", "false", "false()", "0")
_ALIASES = {
    "string": "text",
    "int": "integer",
    "photo": "image",
    "select one": "select_one",
    "select multiple": "select_multiple",
    "select all that apply": "select_multiple",
    "begin group": "begin_group",
    "end group": "end_group",
    "begin repeat": "begin_repeat",
    "end repeat": "end_repeat",
}
_REPEATS = frozenset(("begin_repeat", "end_repeat"))
_BEGUN = frozenset(("begin_group", "begin_repeat"))
_ENDED = frozenset(("end_group", "end_repeat"))
_ASKED = frozenset(QuestionType) - {QuestionType.REPEAT}
# What a telephone notes by itself; nobody is asked for it.
_NOTED = frozenset(("start", "end", "today", "deviceid", "username", "audit", "phonenumber"))
_USED = {
    SURVEY: frozenset(
        (
            "type",
            "name",
            "label",
            "hint",
            "required",
            "relevant",
            "constraint",
            "constraint_message",
            "default",
        )
    ),
    CHOICES: frozenset(("list_name", "name", "label")),
    SETTINGS: frozenset(("form_title", "form_id", "version", "default_language")),
}
# Columns that change what an answer means: a form that has one cannot do without it.
_NEEDED = frozenset(("choice_filter", "calculation", "repeat_count", "trigger", "read_only"))
_TRANSLATED = frozenset(("label", "hint", "constraint_message", "form_title"))


@dataclass(frozen=True, slots=True)
class ReadForm:
    """The questions of a form as far as they could be read, and what is wrong with it."""

    definition: Definition
    faults: tuple[Fault, ...]

    @property
    def is_sound(self) -> bool:
        """True for a form that can be sent."""
        return all(fault.mild for fault in self.faults)


def read_form(sheets: Sheets) -> ReadForm:
    """Returns what an XLSForm asks, and its faults by sheet, row and column."""
    reader = _Reader(sheets)
    definition = reader.read()
    faults = sorted(
        dict.fromkeys(reader.faults),
        key=lambda fault: (fault.mild, (SURVEY, CHOICES, SETTINGS).index(fault.sheet), fault.row),
    )
    return ReadForm(definition, tuple(faults[:_MOST_FAULTS]))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that asks: of what type, from which list of choices, and where it stands."""

    line: Line
    kind: QuestionType
    of: str
    place: Place


@dataclass(slots=True)
class _Reader:
    """Gathers questions and faults, sheet by sheet."""

    sheets: Sheets
    faults: list[Fault] = field(default_factory=list)

    def read(self) -> Definition:
        self._check_columns()
        settings = next(read_lines(self.sheets, SETTINGS), None)
        titles = self._labels(settings, "form_title") if settings else {}
        language = settings.text("default_language") if settings else ""
        lists = self._lists()
        rows = [*self._questions()]
        asked = tuple(self._asked(row, lists) for row in rows)
        self._check_whole([row.line for row in rows], asked)
        return Definition(
            titles=titles, questions=asked, language=_code_of(language) if language else "vi"
        )

    def _check_columns(self) -> None:
        """Names the columns that are not used, and those without which the form is another."""
        for sheet, used in _USED.items():
            cells = next(iter(self.sheets.get(sheet, ())), ())
            headings = [heading_of(cell) for cell in cells]
            counted = Counter(headings)
            for number, (cell, heading) in enumerate(zip(cells, headings, strict=True), start=1):
                base, _, language = heading.partition("::")
                if not heading:
                    continue
                column = column_letters(number)
                if counted[heading] > 1:
                    self.faults.append(Fault(sheet, 1, column, "column-twice", cell.strip()))
                if base not in used or (language and base not in _TRANSLATED):
                    mild = base not in _NEEDED
                    code = "column-unused" if mild else "column-unknown"
                    self.faults.append(Fault(sheet, 1, column, code, cell.strip(), mild=mild))

    def _labels(self, line: Line, base: str, longest: int = _LONGEST_LABEL) -> dict[str, str]:
        """Returns the words below a heading and its translations, by language."""
        found: dict[str, str] = {}
        for heading, cell in line.cells.items():
            name, _, language = heading.partition("::")
            if name != base:
                continue
            if _REFERENCE in cell:
                self.faults.append(line.fault(heading, "label-reference", cell))
            if len(cell) > longest:
                self.faults.append(line.fault(heading, "label-long", str(longest)))
            found[_code_of(language) if language else ""] = cell
        return found

    def _lists(self) -> dict[str, tuple[Option, ...]]:
        """Returns the choices by the names of their lists."""
        found: dict[str, dict[str, Option]] = {}
        for line in read_lines(self.sheets, CHOICES):
            of, name = line.text("list_name"), line.text("name")
            options = found.setdefault(of, {})
            labels = self._labels(line, "label", _LONGEST_OPTION)
            if not of:
                self.faults.append(line.fault("list_name", "list-unnamed"))
            if not _OPTION_NAME.fullmatch(name):
                self.faults.append(line.fault("name", "choice-name", name))
            elif name in options:
                self.faults.append(line.fault("name", "choice-twice", name))
            if not labels:
                self.faults.append(line.fault("label", "choice-unlabelled", name))
            options[name] = Option(name=name, labels=labels)
        return {of: tuple(options.values()) for of, options in found.items()}

    def _questions(self) -> Iterator[_Row]:
        """Yields the rows that ask; a repeat asks by itself whether there is one more."""
        groups = OpenGroups()
        for line in read_lines(self.sheets, SURVEY):
            kind, of = _type_of(line.text("type"))
            is_repeat = kind in _REPEATS
            if kind in _BEGUN:
                place = replace(groups.place, repeat=line.text("name"))
                self.faults += groups.begin(line, self._labels(line, "label"), is_repeat=is_repeat)
                if is_repeat:
                    yield _Row(place.within(line), QuestionType.REPEAT, of, place)
                elif not NAME.fullmatch(line.text("name")):
                    self.faults.append(line.fault("name", "name", line.text("name")))
            elif kind in _ENDED:
                self.faults += groups.end(line, is_repeat=is_repeat)
            elif kind in _NOTED:
                self.faults.append(line.fault("type", "type-unused", kind, mild=True))
            elif kind not in _ASKED:
                self.faults.append(line.fault("type", "type", line.text("type")))
            else:
                place = groups.place
                yield _Row(place.within(line), QuestionType(kind), of, place)
        self.faults += groups.unended()

    def _asked(self, row: _Row, lists: Mapping[str, tuple[Option, ...]]) -> AskedQuestion:
        line, kind, of = row.line, row.kind, row.of
        name, labels = line.text("name"), self._labels(line, "label")
        if not NAME.fullmatch(name):
            self.faults.append(line.fault("name", "name", name))
        if not labels:
            self.faults.append(line.fault("label", "unlabelled", name))
        options = self._options(line, of, lists) if kind in SELECTS else ()
        default, last_saved = self._default(line, kind, options)
        return AskedQuestion(
            name=name,
            type=kind,
            labels=labels,
            hints=self._labels(line, "hint"),
            required=self._required(line),
            relevant=self._expression(line, "relevant"),
            constraint=self._expression(line, "constraint"),
            refusals=self._labels(line, "constraint_message"),
            default=default,
            last_saved=last_saved,
            options=options,
            headings=row.place.headings,
            repeat=row.place.repeat,
        )

    def _options(
        self, line: Line, of: str, lists: Mapping[str, tuple[Option, ...]]
    ) -> tuple[Option, ...]:
        options = lists.get(of, ())
        if not options:
            self.faults.append(line.fault("type", "list-missing", of))
        if len(options) > MOST_OPTIONS:
            self.faults.append(line.fault("type", "list-long", str(MOST_OPTIONS)))
        return options

    def _required(self, line: Line) -> bool:
        said = line.text("required").lower()
        if said not in _YES and said not in _NO:
            self.faults.append(line.fault("required", "required", said))
        return said in _YES

    def _expression(self, line: Line, heading: str) -> Expression | None:
        text = line.text(heading)
        if not text:
            return None
        try:
            return read_expression(text)
        except BadExpression as bad:
            self.faults.append(line.fault(heading, f"expression-{bad.code}", bad.what or text))
            return None

    def _default(
        self, line: Line, kind: QuestionType, options: Sequence[Option]
    ) -> tuple[str, str]:
        """Returns the answer offered, and the question whose last answer is."""
        text = line.text("default")
        if last := _LAST_SAVED.fullmatch(text):
            return "", last[1]
        if not _fits(text, kind, options):
            self.faults.append(line.fault("default", "default", text))
            return "", ""
        return text, ""

    def _check_whole(self, lines: Sequence[Line], asked: Sequence[AskedQuestion]) -> None:
        """Checks what only the whole form tells: names, their order, and how many there are."""
        if not any(question.type is not QuestionType.NOTE for question in asked):
            self.faults.append(Fault(SURVEY, 1, "A", "no-questions"))
        if len(asked) > MOST_QUESTIONS:
            line = lines[MOST_QUESTIONS]
            self.faults.append(line.fault("type", "too-many", str(MOST_QUESTIONS)))
        counted = Counter(question.name.lower() for question in asked)
        for line, question in zip(lines, asked, strict=True):
            if question.name and counted[question.name.lower()] > 1:
                self.faults.append(line.fault("name", "name-twice", question.name))
        kept = Counter(question.repeat for question in asked)
        for line, question in zip(lines, asked, strict=True):
            # Alone in its repeat stands what asks whether there is one more.
            if question.type is QuestionType.REPEAT and kept[question.repeat] == 1:
                self.faults.append(line.fault("type", "repeat-empty", question.name))
        self.faults += find_bad_references(lines, asked)


def _type_of(text: str) -> tuple[str, str]:
    """Returns the type that a cell names, and the list of its choices."""
    plain = " ".join(text.split())
    for alias, name in _ALIASES.items():
        if " " in alias and plain.lower().startswith(alias):
            plain = name + plain[len(alias) :]
    kind, _, of = plain.partition(" ")
    return _ALIASES.get(kind.lower(), kind.lower()), of


def _code_of(language: str) -> str:
    """Returns the code of a language, as "vi" of "Tiếng Việt (vi)"."""
    found = _LANGUAGE.fullmatch(language.strip())
    return (found[1] or found[2]) if found else language.strip()


def _fits(text: str, kind: QuestionType, options: Iterable[Option]) -> bool:
    """Says whether a default is a plain answer of this type."""
    if not text:
        return True
    if kind in SELECTS:
        return set(text.split()) <= {option.name for option in options}
    pattern = _DEFAULTS.get(kind)
    return _REFERENCE not in text and pattern is not None and bool(pattern.fullmatch(text))
