// Days and hours as people here write them.

import { word } from "./words.js";

const two = (number) => String(number).padStart(2, "0");

export function drawHour(moment) {
  return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

export function drawDay(moment) {
  return `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${moment.getFullYear()}`;
}

export function nameDay(moment, today = new Date()) {
  const yesterday = new Date(today);
  yesterday.setDate(today.getDate() - 1);
  const day = drawDay(moment);
  if (day === drawDay(today)) return word("day-today");
  return day === drawDay(yesterday) ? word("day-yesterday") : day;
}

export function turnDate(iso) {
  return iso.split("-").reverse().join("/");
}
