// A set of days as bits, one for each day of a year or any other period: small enough to keep for every control,
// and counted thirty-two days at a time.

/** Days by their place, 0 to `length` - 1. */
export interface DayBits {
  readonly length: number;
  readonly words: Uint32Array;
}

/** No day at all. */
export function noDays(length: number): DayBits {
  return { length, words: new Uint32Array(Math.ceil(length / 32)) };
}

/** Adds the days from one place to before another; what lies outside is passed over. */
export function addBits({ length, words }: DayBits, from: number, until: number): void {
  for (let at = Math.max(0, from); at < Math.min(length, until); at += 1) {
    words[at >>> 5] = (words[at >>> 5] ?? 0) | (1 << (at & 31));
  }
}

export function hasBit({ length, words }: DayBits, at: number): boolean {
  return at >= 0 && at < length && (((words[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1;
}

/** Days of the first that are not among the second. */
export function without(days: DayBits, others: DayBits): DayBits {
  return { length: days.length, words: days.words.map((word, at) => word & ~(others.words[at] ?? 0)) };
}

/** Days of both. */
export function both(days: DayBits, others: DayBits): DayBits {
  return { length: days.length, words: days.words.map((word, at) => word & (others.words[at] ?? 0)) };
}

/** How many of the days from one place to before another. */
export function countBits({ length, words }: DayBits, from = 0, until = length): number {
  const [first, end] = [Math.max(0, from), Math.min(length, until)];
  if (first >= end) return 0;
  let count = 0;
  for (let at = first >>> 5; at <= (end - 1) >>> 5; at += 1) {
    count += ones((words[at] ?? 0) & maskOf(first - at * 32, end - at * 32));
  }
  return count;
}

/** The longest row of days without a hole between them. */
export function longestRow(days: DayBits, from = 0, until = days.length): number {
  let longest = 0;
  let row = 0;
  for (let at = Math.max(0, from); at < Math.min(days.length, until); at += 1) {
    row = hasBit(days, at) ? row + 1 : 0;
    if (row > longest) longest = row;
  }
  return longest;
}

/** The bits of a word from one place to before another. */
function maskOf(from: number, until: number): number {
  const low = from <= 0 ? -1 : -1 << from;
  const high = until >= 32 ? -1 : ~(-1 << until);
  return low & high;
}

/** How many bits are set (Hacker's Delight, 5-2). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}
