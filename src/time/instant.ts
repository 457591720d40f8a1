/** Seconds since 1970-01-01 UTC of a time like `2026-11-23T03:10:41Z`; NaN for a text that is none. */
export function secondsOf(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}

/** The time so many seconds after `at`, as records have it: `2026-11-23T03:10:41Z`. Two such texts compare as times do. */
export function later(at: string, seconds: number): string {
  return `${new Date((secondsOf(at) + seconds) * 1000).toISOString().slice(0, 19)}Z`;
}

/** An instant as records have it, cut to whole seconds. */
export function textOf(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

/** Milliseconds since 1970 of a time like `2026-11-23T03:10:41.123Z`; NaN for a text that is none. */
export function millisecondsOf(at: string): number {
  return Date.parse(at);
}

let lastDay = Number.NaN;
let lastDate = '';

/** A moment, by its milliseconds since 1970, as records have it. Fast for many moments of few days. */
export function textOfMilliseconds(time: number): string {
  const day = Math.floor(time / 86_400_000);
  if (day !== lastDay) {
    lastDay = day;
    lastDate = textOf(new Date(day * 86_400_000)).slice(0, 11);
  }
  const seconds = Math.floor(time / 1000) - day * 86_400;
  const minutes = Math.floor(seconds / 60);
  return `${lastDate}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}Z`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** Where the digits of `2026-11-23T03:10:41` stand, and what is between them. */
const SHAPE = 'dddd-dd-ddTdd:dd:dd';
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The same from the bytes of `2026-11-23T03:10:41Z`, with three digits of a second or none; NaN for any other form. */
export function millisecondsIn(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  const isShort = length === 20 || (length === 24 && bytes[from + 19] === 0x2e);
  if (!isShort || bytes[to - 1] !== 0x5a) return Number.NaN;
  for (let place = 0; place < SHAPE.length; place++) {
    const expected = SHAPE.charCodeAt(place);
    const byte = bytes[from + place] ?? 0;
    if (expected === 0x64 ? byte < 0x30 || byte > 0x39 : byte !== expected) return Number.NaN;
  }
  const number = (start: number, digits: number): number => {
    let value = 0;
    for (let place = 0; place < digits; place++)
      value = value * 10 + (bytes[from + start + place] ?? 0) - 0x30;
    return value;
  };
  const [month, day, hour, minute, second] = [
    number(5, 2),
    number(8, 2),
    number(11, 2),
    number(14, 2),
    number(17, 2),
  ];
  const fraction = length === 24 ? number(20, 3) : 0;
  const fits =
    month >= 1 && day >= 1 && day <= (DAYS[month - 1] ?? 0) && hour < 24 && minute < 60 && second < 60;
  if (!fits || (month === 2 && day > 28) || fraction < 0 || fraction > 999) return Number.NaN;
  return Date.UTC(number(0, 4), month - 1, day, hour, minute, second, fraction);
}
