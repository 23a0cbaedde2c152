// The order of a list as it stands in the address: `Name` ascending, `-Name` descending.

export interface Sort {
  readonly name: string;
  readonly down: boolean;
}

export function readSort(text: string | undefined): Sort | undefined {
  if (text === undefined || text === '' || text === '-') return undefined;
  return text.startsWith('-') ? { name: text.slice(1), down: true } : { name: text, down: false };
}

/** A click on a heading: ascending, then descending, then the list's own order. */
export function writeSort(name: string, now: Sort | undefined): string | undefined {
  if (now?.name !== name) return name;
  return now.down ? undefined : `-${name}`;
}

/** Rows by a column's value; numbers within text count as numbers, so that C-9 stands before C-10. */
export function sorted<T>(
  rows: readonly T[],
  valueOf: (row: T) => string | number,
  down: boolean,
): readonly T[] {
  const order = new Intl.Collator('en', { numeric: true });
  const up = [...rows].sort((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    return typeof left === 'number' && typeof right === 'number'
      ? left - right
      : order.compare(String(left), String(right));
  });
  return down ? up.reverse() : up;
}
