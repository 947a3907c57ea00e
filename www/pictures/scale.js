// Scales and their ticks, and labels cut to their room. Numbers in, numbers out; knows no DOM.

export const DAY = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** @typedef {(words: string) => number} Measure how wide words are, in pixels */

/**
 * About how wide words are in the panel's 12-pixel sans, where nothing can measure them.
 *
 * @type {Measure}
 */
export const roughly = (words) => words.length * 6.2;

/**
 * Words cut to a room, at a word where that costs little.
 *
 * @param {string} words
 * @param {number} room
 * @param {Measure} measure
 */
export function clip(words, room, measure) {
  if (measure(words) <= room) return words;
  let end = words.length;
  while (end > 0 && measure(`${words.slice(0, end)}…`) > room) end -= 1;
  const space = words.lastIndexOf(" ", end);
  const cut = words.slice(0, space > end * 0.7 ? space : end).replace(/[\s,;:–—-]+$/, "");
  return cut.length > 1 ? `${cut}…` : "";
}

/**
 * From values to pixels: even steps, or, where some are more than a hundred times others, even factors.
 *
 * @param {number[]} values
 * @param {number} from
 * @param {number} to
 * @returns {{ x(value: number): number, ticks: number[], factors: boolean }}
 */
export function scaleOf(values, from, to) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low > 0 && high / low > 100) {
    const [start, end] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
    const by = Math.ceil((end - start) / 5);
    const last = start + Math.ceil((end - start) / by) * by;
    const ticks = Array.from({ length: (last - start) / by + 1 }, (_, at) => 10 ** (start + at * by));
    return { x: (value) => from + ((Math.log10(value) - start) * (to - from)) / (last - start), ticks, factors: true };
  }
  const step = niceStep((Math.max(high, 0) - Math.min(low, 0) || 1) / 4);
  const start = Math.floor(Math.min(low, 0) / step);
  const end = Math.max(Math.ceil(Math.max(high, 0) / step), start + 1);
  const ticks = Array.from({ length: end - start + 1 }, (_, at) => Number(((start + at) * step).toPrecision(12)));
  return { x: (value) => from + ((value / step - start) * (to - from)) / (end - start), ticks, factors: false };
}

/** @param {number} step the least */
function niceStep(step) {
  const power = 10 ** Math.floor(Math.log10(step));
  return ([1, 2, 2.5, 5].find((nice) => nice * power >= step * 0.999) ?? 10) * power;
}

/** The steps of a calendar: so many days, or so many months. @type {{ days?: number, months?: number }[]} */
const STEPS = [
  { days: 1 }, { days: 2 }, { days: 7 }, { months: 1 }, { months: 3 }, { months: 6 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => ({ months: years * 12 })),
];

/**
 * The beginnings of days, weeks, months or years between two moments, at most so many.
 *
 * @param {number} from milliseconds
 * @param {number} to
 * @param {number} most
 * @returns {{ at: number, label: string }[]}
 */
export function timeTicks(from, to, most) {
  for (const { days, months } of STEPS) {
    if (days && (to - from) / (days * DAY) > most) continue;
    if (months && (to - from) / (months * 30.4 * DAY) > most) continue;
    /** @type {number[]} */
    const moments = [];
    if (days) {
      // Weeks begin on Mondays: the first day of 1970 was a Thursday.
      const first = days === 7 ? Math.ceil((from / DAY - 4) / 7) * 7 + 4 : Math.ceil(from / DAY / days) * days;
      for (let day = first; day * DAY <= to; day += days) moments.push(day * DAY);
    } else if (months) {
      const start = new Date(from);
      const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
      for (let month = first; monthStart(month) <= to; month += months) if (monthStart(month) >= from) moments.push(monthStart(month));
    }
    return moments.map((at, place) => ({ at, label: tickLabel(at, months ?? 0, place > 0 ? moments[place - 1] : null) }));
  }
  return [];
}

/** @param {number} month since the year 0 */
function monthStart(month) {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return date.getTime();
}

/**
 * A year stands where it is new; a month where days are counted, where it is new.
 *
 * @param {number} at
 * @param {number} months the step; 0 of days
 * @param {number | null} before the tick before
 */
function tickLabel(at, months, before) {
  const date = new Date(at);
  const last = before === null ? null : new Date(before);
  const year = date.getUTCFullYear();
  if (months >= 12) return String(year);
  const newYear = last?.getUTCFullYear() !== year;
  const month = MONTHS[date.getUTCMonth()];
  if (months) return newYear ? `${month} ${year}` : month;
  const newMonth = newYear || last?.getUTCMonth() !== date.getUTCMonth();
  return newMonth ? `${date.getUTCDate()} ${month}` : String(date.getUTCDate());
}
