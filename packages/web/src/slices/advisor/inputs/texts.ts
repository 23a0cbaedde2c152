// What stands in a field of text and what it means: a number, or names parted by commas. Pure.
import { numberIn } from '../../../ui/numberIn.ts';

/** Null where nothing stands; NaN where no number does, so that it is a fault and never silently nothing. */
export function readNumeral(text: string): number | null {
  return text.trim() === '' ? null : (numberIn(text) ?? Number.NaN);
}

export function numeralText(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : String(value);
}

/** Names parted by commas, without those that are still empty. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** What is typed as long as it means the names that are held: a comma at the end, too; else the names themselves. */
export function namesText(typed: string, held: readonly string[]): string {
  const read = namesIn(typed);
  return read.length === held.length && read.every((name, i) => name === held[i]) ? typed : held.join(', ');
}
