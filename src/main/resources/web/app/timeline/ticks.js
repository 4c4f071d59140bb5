import {ticks} from 'd3-array';
import {fromCivil, lengthOfMonth, toCivil, yearWords} from '../days.js';
import {texts} from '../texts.js';

/** Where the calendar's lines stand: {day, label, isMajor}, years down to days as there is room. */

const YEAR = 365.25;

export function ticksOf(from, to, width, room = 84) {
  const days = ((to - from) / width) * room;
  if (days > 200) return yearTicks(from, to, Math.max(2, width / room));
  if (days > 12) return monthTicks(from, to, days > 80 ? 3 : 1);
  return dayTicks(from, to, days > 6 ? 7 : days > 2.5 ? 5 : days > 1.2 ? 2 : 1);
}

function yearTicks(from, to, count) {
  const [first, last] = [from, to].map(day => 1970 + day / YEAR);
  return [...new Set(ticks(first, last, count).map(Math.round))]
    .map(year => ({day: fromCivil(year, 1, 1), label: yearWords(year), isMajor: year % 10 === 0}))
    .filter(({day}) => day >= from && day <= to);
}

function monthTicks(from, to, step) {
  const start = toCivil(from);
  const marks = [];
  for (let count = start.year * 12; ; count += step) {
    const [year, month] = [Math.floor(count / 12), (count % 12 + 12) % 12 + 1];
    const day = fromCivil(year, month, 1);
    if (day > to) return marks;
    if (day >= from) {
      marks.push({day, label: month === 1 ? yearWords(year) : texts.shortMonths[month - 1], isMajor: month === 1});
    }
  }
}

function dayTicks(from, to, step) {
  const marks = [];
  for (let {year, month} = toCivil(from); ; month === 12 ? (year++, month = 1) : month++) {
    for (let date = 1; date <= lengthOfMonth(year, month); date += step) {
      const day = fromCivil(year, month, date);
      if (day > to) return marks;
      if (day < from || (date > 28 && step > 2)) continue;
      const label = date === 1 ? texts.monthOf(month, yearWords(year)) : String(date);
      marks.push({day, label, isMajor: date === 1});
    }
  }
}
