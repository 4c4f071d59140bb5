import {texts} from './texts.js';

/** Days are numbers: whole days since 1970-01-01 in the proleptic Gregorian calendar. */

const DAY = /^([+-]?\d{4,9})-(\d\d)-(\d\d)$/;

/** @returns the day, or null for null or what is no full date */
export function parseDay(text) {
  const match = DAY.exec(text ?? '');
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return null;
  return fromCivil(year, month, day);
}

/** As the service writes days: 1958-03-27, -0044-03-15, +17000-01-01. */
export function formatDay(number) {
  const {year, month, day} = toCivil(number);
  const sign = year < 0 ? '-' : year > 9999 ? '+' : '';
  return `${sign}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** As EDTF takes days: years of more than four digits are said without month and day. */
export function edtfOf(number) {
  const {year} = toCivil(number);
  return Math.abs(year) > 9999 ? `Y${year}` : formatDay(number);
}

export function fromCivil(year, month, day) {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function toCivil(number) {
  const z = Math.floor(number) + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export function lengthOfMonth(year, month) {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The same day of another month, or its last one. */
export function plusMonths(number, months) {
  const {year, month, day} = toCivil(number);
  const count = year * 12 + month - 1 + months;
  const to = {year: Math.floor(count / 12), month: ((count % 12) + 12) % 12 + 1};
  return fromCivil(to.year, to.month, Math.min(day, lengthOfMonth(to.year, to.month)));
}

export const yearWords = year => year > 0 ? String(year) : texts.beforeChrist(1 - year);

/** 27 March 1958 */
export function dayWords(number) {
  const {year, month, day} = toCivil(number);
  return texts.dayOf(day, month, yearWords(year));
}

/** A date as people write it, 1 June 1957, June 1957 or 1957-6-1, as EDTF; anything else as it is. */
export function typedDate(text) {
  const plain = text.trim();
  const [, ofYear, ...rest] = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(plain) ?? [];
  if (ofYear) return [ofYear, ...rest.filter(Boolean).map(part => pad(part, 2))].join('-');
  const words = plain.replace(/,/g, ' ').replace(/(\d)(st|nd|rd|th)\b/i, '$1').split(/\s+/);
  const at = words.findIndex(word => monthNamed(word) > 0);
  if (at < 0 || words.length > 3) return plain;
  const numbers = words.toSpliced(at, 1);
  const year = numbers.at(-1);
  if (!/^\d{4}$/.test(year ?? '')) return plain;
  const month = `${year}-${pad(monthNamed(words[at]), 2)}`;
  if (numbers.length === 1) return month;
  return /^\d{1,2}$/.test(numbers[0]) ? `${month}-${pad(numbers[0], 2)}` : plain;
}

const monthNamed = word =>
  word.length < 3 ? 0 : texts.months.findIndex(month => month.toLowerCase().startsWith(word.toLowerCase().replace('.', ''))) + 1;

/** What bounds say, as [form, words]: a day, a month, a year (`on`), `between` two days, with one bound or with none. */
function boundsForm(earliest, latest) {
  if (earliest === null && latest === null) return ['unknown', ''];
  if (earliest === null) return ['notAfter', dayWords(latest)];
  if (latest === null) return ['notBefore', dayWords(earliest)];
  if (earliest === latest) return ['on', dayWords(earliest)];
  const from = toCivil(earliest);
  const to = toCivil(latest);
  const endsMonth = to.day === lengthOfMonth(to.year, to.month);
  if (from.day === 1 && endsMonth && from.year === to.year) {
    if (from.month === to.month) return ['on', texts.monthOf(from.month, yearWords(from.year))];
    if (from.month === 1 && to.month === 12) return ['on', yearWords(from.year)];
  }
  if (from.day === 1 && from.month === 1 && endsMonth && to.month === 12) {
    return ['between', texts.between(yearWords(from.year), yearWords(to.year))];
  }
  if (from.year !== to.year) return ['between', texts.between(dayWords(earliest), dayWords(latest))];
  const year = yearWords(from.year);
  if (from.month !== to.month) return ['between', texts.betweenInYear(from.day, from.month, to.day, to.month, year)];
  return latest === earliest + 1 ? ['on', texts.either(from.day, to.day, from.month, year)]
    : ['between', texts.betweenInMonth(from.day, to.day, from.month, year)];
}

/** Bounds in words; null is no bound. */
export function boundsWords(earliest, latest) {
  const [form, words] = boundsForm(earliest, latest);
  return texts.moments[form](words);
}

/** A moment of an answer, {date, earliest, latest}, in the words of `texts`: by itself, or as that since or until which something was so. */
function momentIn(forms, moment) {
  const [form, words] = boundsForm(parseDay(moment.earliest), parseDay(moment.latest));
  return isDoubted(moment) ? texts.doubted(forms[form](words)) : forms[form](words);
}

export const momentWords = moment => momentIn(texts.moments, moment);
export const fromWords = moment => momentIn(texts.from, moment);
export const sinceWords = moment => momentIn(texts.since, moment);
export const untilWords = moment => momentIn(texts.until, moment);

/** Whether the source itself marked the date as uncertain or approximate. */
const isDoubted = moment => /[?~%]/.test(moment?.date ?? '');

const pad = (number, digits) => String(number).padStart(digits, '0');
