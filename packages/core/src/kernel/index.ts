// The kernel's door: what every slice may use.
export { branded, type Brand } from './brand.ts';
export { ID_PREFIX, makeId, parseId, type ControlCode, type Id, type IdKind } from './id.ts';
export { compareText, groupBy, isNonEmpty, type NonEmpty } from './list.ts';
export { assertNever, err, ok, type Result } from './result.ts';
export { dayWords, monthName, shortMonth } from './months.ts';
export * from './time.ts';
export { amountText, countWords, listWords } from './words.ts';
