// --map key=id,day=left_on,done=revoked_on,fields=team+manager: which column of a table says what.
import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../words.ts';

const NAMES = ['key', 'day', 'done', 'fields'] as const;

export interface AskedMapping {
  readonly key: string;
  readonly day: string;
  readonly done?: string;
  readonly fields?: string[];
}

/** Reads the mapping; key and day are needed. */
export function mappingOf(text: string): AskedMapping {
  const found = new Map<string, string>();
  for (const pair of text.split(',')) {
    const cut = pair.indexOf('=');
    const name = pair.slice(0, Math.max(0, cut)).trim().toLowerCase();
    const column = pair.slice(cut + 1).trim();
    if (!NAMES.some((each) => each === name) || column === '')
      throw new InvalidArgumentError(
        `${pair} is not NAME=COLUMN. ${didYouMean(name, NAMES) ?? ''} Names are ${NAMES.join(', ')}.`,
      );
    found.set(name, column);
  }
  const [key, day, done, fields] = NAMES.map((name) => found.get(name));
  if (key === undefined || day === undefined)
    throw new InvalidArgumentError('It needs key and day: key=id,day=left_on,done=access_removed_on.');
  return {
    key,
    day,
    ...(done === undefined ? {} : { done }),
    ...(fields === undefined ? {} : { fields: fields.split('+').map((each) => each.trim()) }),
  };
}
