// Options that check their value as they are read: one of a list, a whole number, a day, a period, ids.
import { parseInstant, parsePlainDate, type Instant, type PlainDate } from '@assay/core';
import { InvalidArgumentError, Option } from 'commander';
import { didYouMean } from './words.ts';

export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** One of a list; what is near but wrong is asked about. */
export function choice<T extends string>(flags: string, about: string, known: readonly T[]): Option {
  const read = (text: string): T => {
    const found = known.find((each) => each === text.toLowerCase());
    if (found !== undefined) return found;
    throw new InvalidArgumentError(
      `${didYouMean(text, known) ?? ''} It is one of ${known.join(', ')}.`.trim(),
    );
  };
  return new Option(flags, about).choices(known).argParser(read);
}

/** A whole number within bounds. */
export function whole(
  flags: string,
  about: string,
  bounds: { readonly min: number; readonly max: number },
): Option {
  return new Option(flags, about).argParser((text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= bounds.min && number <= bounds.max) return number;
    throw new InvalidArgumentError(`It is a whole number from ${bounds.min} to ${bounds.max}.`);
  });
}

/** A day: 2026-06-01. */
export function day(flags: string, about: string): Option {
  return new Option(flags, about).argParser(readDay);
}

/** An instant: 2026-06-01T09:00:00Z; a day alone is its end in UTC, so that the whole day is known. */
export function instant(flags: string, about: string): Option {
  return new Option(flags, about).argParser((text: string): Instant => {
    const given = parsePlainDate(text) ? `${text}T23:59:59.999Z` : text;
    const found = parseInstant(given);
    if (found) return found;
    throw new InvalidArgumentError('Write it as 2026-06-01 or 2026-06-01T09:00:00Z.');
  });
}

/** A half-open period of days: 2026-06-01/2026-12-01. */
export function period(flags: string, about: string): Option {
  return new Option(flags, about).argParser((text: string): Period => {
    const [first = '', second = '', ...rest] = text.split('/');
    if (second === '' || rest.length > 0)
      throw new InvalidArgumentError('Write it as FROM/UNTIL, for example 2026-06-01/2026-12-01.');
    const [from, until] = [readDay(first), readDay(second)];
    if (from >= until) throw new InvalidArgumentError('The period ends before it begins.');
    return { from, until };
  });
}

/** Control ids separated by commas: c-7, C7 and C-07 are the same. */
export function controls(flags: string, about: string): Option {
  return new Option(flags, about).argParser((text: string): string[] => codesOf(text));
}

/** `c-7,C-09` as control ids. */
export function codesOf(text: string): string[] {
  const codes = text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(controlCode);
  if (codes.length === 0) throw new InvalidArgumentError('Name at least one control, such as C-07.');
  return [...new Set(codes)];
}

/** A control's id as the server writes it. */
export function controlCode(text: string): string {
  const digits = /^c-?0*(\d{1,4})$/i.exec(text.trim())?.[1];
  if (digits !== undefined) return `C-${digits.padStart(2, '0')}`;
  throw new InvalidArgumentError(
    `${text} is not a control id; they look like C-07. assay control list shows them.`,
  );
}

function readDay(text: string): PlainDate {
  const found = parsePlainDate(text);
  if (found) return found;
  throw new InvalidArgumentError(`${text || 'An empty text'} is not a day; write it as 2026-06-01.`);
}
