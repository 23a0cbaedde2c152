// Counts and lists as sentences say them.

/** 61234.5 as 61,235. */
export function amountText(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 day`, `12 days`; what is no whole number keeps its decimals: `2.5 days`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${Number.isInteger(count) ? amountText(count) : String(count)} ${count === 1 ? one : many}`;
}

/** `a, b and c`. */
export function listWords(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}
