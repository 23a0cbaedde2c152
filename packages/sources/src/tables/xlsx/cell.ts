// What one cell shows, and where it stands.
import { textOfSerial } from './serial.ts';
import type { CellStyle } from './styles.ts';

/** What a sheet's cells point at. */
export interface Lookups {
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
}

interface SavedCell {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly inline: string;
}

/** The text of a cell; an error value shows nothing. */
export function cellText({ type, style, value, inline }: SavedCell, lookups: Lookups): string {
  if (type === 's') return lookups.texts[Number(value)] ?? '';
  if (type === 'inlineStr') return inline;
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'e') return '';
  if (type !== 'n' || value === '') return value;
  const number = Number(value);
  const day = lookups.styles[style]?.day === true ? textOfSerial(number, lookups.from1904) : undefined;
  return day ?? (Number.isSafeInteger(number) ? String(number) : value);
}

/** Place of the column of `AB12`, from 0. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
