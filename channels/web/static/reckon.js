// Reckons when an office's question is asked, as the server does: with texts, numbers, days, choices.
// A day is { day }, several choices are a list, what is not known is null.

const DAY = 86_400_000;
const NUMBER = /^[+-]?\d{1,30}(\.\d{1,15})?$/;
const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d(\.\d+)?)?$/;
const WRITTEN = /^-?\d{1,9}([.,]\d{1,4})?$/;
const GROUPED = /^-?\d{1,3}([. ]\d{3})+(,\d{1,4})?$/;
const MOST = 999_999_999;
const MOST_PLACES = 10;

const isDay = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
// Sums of tenths are what they are on paper.
const tidy = (number) => (Number.isFinite(number) ? Number(number.toPrecision(15)) : null);

function asText(value) {
  if (value === null) return "";
  if (isDay(value)) return value.day;
  return Array.isArray(value) ? value.join(" ") : String(value);
}

function asNumber(value) {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  const text = asText(value).trim();
  if (NUMBER.test(text)) return Number(text);
  const clock = CLOCK.exec(text);
  if (clock) return (Number(clock[1]) * 60 + Number(clock[2])) / (24 * 60);
  return countDays(text);
}

function asTruth(value) {
  if (typeof value === "number") return value !== 0;
  return isDay(value) || (value !== null && value !== false && value.length !== 0);
}

// Gives the days since 1970, null for what is no day of the calendar.
function countDays(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const days = Date.parse(text) / DAY;
  return writeDay(days)?.day === text ? days : null;
}

function writeDay(days) {
  const moment = new Date(days * DAY);
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999 ? { day: moment.toISOString().slice(0, 10) } : null;
}

function equal(left, right) {
  if (typeof left === "boolean" || typeof right === "boolean") return asTruth(left) === asTruth(right);
  if ([left, right].some((value) => typeof value === "number" || isDay(value))) {
    const number = asNumber(left);
    return number !== null && number === asNumber(right);
  }
  return asText(left) === asText(right);
}

function compare(sign, left, right) {
  const [first, second] = [asNumber(left), asNumber(right)];
  if (first === null || second === null) return false;
  return { "<": first < second, "<=": first <= second, ">": first > second, ">=": first >= second }[sign];
}

function reckon(sign, left, right) {
  const [first, second] = [asNumber(left), asNumber(right)];
  if (first === null || second === null) return null;
  if (isDay(left) && !isDay(right) && "+-".includes(sign)) return writeDay(first + Math.trunc(sign === "+" ? second : -second));
  if (second === 0 && (sign === "div" || sign === "mod")) return null;
  return tidy({ "+": first + second, "-": first - second, "*": first * second, div: first / second, mod: first % second }[sign]);
}

function round(value, places) {
  const [number, digits] = [asNumber(value), Math.trunc(asNumber(places) ?? 0)];
  if (number === null || Math.abs(digits) > MOST_PLACES) return null;
  const scaled = tidy(Math.abs(number) * 10 ** digits);
  return tidy((Math.sign(number) * Math.floor(scaled + 0.5)) / 10 ** digits);
}

const chosen = (value) => (Array.isArray(value) ? value : asText(value).split(/\s+/).filter(Boolean));
const numbers = (values) => values.map(asNumber).filter((number) => number !== null);
const most = (values, pick) => (values.length ? pick(...values) : null);
const whole = (number, work) => (number === null ? null : work(number));

const FUNCTIONS = {
  not: (value) => !asTruth(value),
  true: () => true,
  false: () => false,
  selected: (value, name) => chosen(value).includes(asText(name)),
  "count-selected": (value) => chosen(value).length,
  "string-length": (value) => [...asText(value)].length,
  contains: (text, part) => asText(text).includes(asText(part)),
  "starts-with": (text, part) => asText(text).startsWith(asText(part)),
  concat: (...parts) => parts.map(asText).join(""),
  coalesce: (value, other) => (asText(value) ? value : other),
  if: (test, yes, no) => (asTruth(test) ? yes : no),
  number: asNumber,
  string: asText,
  boolean: asTruth,
  date: (value) => (isDay(value) ? value : countDays(asText(value)) === null ? null : { day: asText(value) }),
  int: (value) => whole(asNumber(value), Math.floor),
  round: (value, places = null) => round(value, places),
  abs: (value) => whole(asNumber(value), Math.abs),
  min: (...values) => most(numbers(values), Math.min),
  max: (...values) => most(numbers(values), Math.max),
};

function value(tree, given) {
  const [sign, ...parts] = tree;
  const at = (place) => value(parts[place], given);
  switch (sign) {
    case "#":
      return Number(parts[0]);
    case "'":
      return parts[0];
    case "$":
      return given.values[parts[0]] ?? null;
    case "today":
      return { day: given.today };
    case "or":
      return asTruth(at(0)) || asTruth(at(1));
    case "and":
      return asTruth(at(0)) && asTruth(at(1));
    case "=":
      return equal(at(0), at(1));
    case "!=":
      return !equal(at(0), at(1));
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compare(sign, at(0), at(1));
    case "+":
    case "-":
    case "*":
    case "div":
    case "mod":
      return reckon(sign, at(0), at(1));
    default:
      return FUNCTIONS[sign](...parts.map((_, place) => at(place)));
  }
}

function readDecimal(text) {
  let plain = text.trim().replaceAll("\u00a0", " ");
  if (GROUPED.test(plain)) plain = plain.replace(/[. ]/g, "");
  else if (!WRITTEN.test(plain)) return null;
  const number = Number(plain.replace(",", "."));
  return Math.abs(number) <= MOST ? number : null;
}

const name = (key) => key.slice(1);

// What is known of an answer, by the type of its question.
function valueOf(type, answer) {
  if (type === "select_multiple") return (answer.keys ?? []).map(name);
  if (type === "select_one") return answer.keys?.length ? name(answer.keys[0]) : null;
  if (type === "date") return answer.day ? { day: answer.day } : null;
  if (type === "integer" || type === "decimal") return readDecimal(answer.text ?? "");
  return answer.text || (answer.attachments?.length ? "file" : null);
}

// Says whether a condition is true; `types` are the types of the questions that it speaks of.
export function isTrue({ tree, types }, { answers, today }) {
  const values = {};
  for (const [known, type] of Object.entries(types)) {
    const answer = answers[`.${known}`];
    if (answer && !answer.skipped) values[known] = valueOf(type, answer);
  }
  return asTruth(value(tree, { values, today }));
}
