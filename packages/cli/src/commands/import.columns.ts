// --columns check=Rule,subject=Host,status=Result: which column of a CSV file says what.
import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../words.ts';

const NAMES = ['check', 'subject', 'status', 'observed_at', 'severity', 'message'] as const;
type Name = (typeof NAMES)[number];

/** Reads the mapping; check, subject and status are needed. */
export function columnsOf(
  text: string,
): Record<'check' | 'subject' | 'status', string> & Partial<Record<Name, string>> {
  const map: Partial<Record<Name, string>> = {};
  for (const pair of text.split(',')) {
    const cut = pair.indexOf('=');
    const key = pair.slice(0, Math.max(0, cut)).trim();
    const name = NAMES.find((each) => each.toLowerCase() === key.toLowerCase());
    const column = pair.slice(cut + 1).trim();
    if (name === undefined || column === '')
      throw new InvalidArgumentError(
        `${pair} is not NAME=COLUMN. ${didYouMean(key, NAMES) ?? ''} Names are ${NAMES.join(', ')}.`,
      );
    map[name] = column;
  }
  const { check, subject, status } = map;
  if (check === undefined || subject === undefined || status === undefined)
    throw new InvalidArgumentError(
      'It needs check, subject and status: check=Rule,subject=Host,status=Result.',
    );
  return { ...map, check, subject, status };
}
