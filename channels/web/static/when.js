// Days and hours as people here write them.
// Moments come as texts with the offset of the place: a phone set to another zone shows the same.

import { word } from "./words.js";

const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;
const MINUTE = 60_000;

export function drawHour(moment) {
  const [, , , , hour, minute] = WALL.exec(moment);
  return `${hour}:${minute}`;
}

export function drawDay(moment) {
  const [, year, month, day] = WALL.exec(moment);
  return `${day}/${month}/${year}`;
}

// Writes a moment of this phone's clock as it is at the place, `offset` minutes from Greenwich.
export function placeMoment(time, offset) {
  return new Date(time + offset * MINUTE).toISOString().replace("Z", "");
}

export function nameDay(moment, offset, now = Date.now()) {
  const day = drawDay(moment);
  if (day === drawDay(placeMoment(now, offset))) return word("day-today");
  const yesterday = placeMoment(now - 24 * 60 * MINUTE, offset);
  return day === drawDay(yesterday) ? word("day-yesterday") : day;
}

// The day so many days ago at the place, as 2026-11-05.
export function isoDay(back, offset, now = Date.now()) {
  return placeMoment(now - back * 24 * 60 * MINUTE, offset).slice(0, 10);
}

export function turnDate(iso) {
  return iso.split("-").reverse().join("/");
}
