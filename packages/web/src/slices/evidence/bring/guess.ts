// What a file's name and first words say about it. Everything here is a guess: it is shown as one, with where
// it came from, and a person may correct it before anything counts.
import { addDays, parsePlainDate, type EVIDENCE_KINDS } from '@assay/core';

type Kind = (typeof EVIDENCE_KINDS)[number];

export interface Guesses {
  readonly title: string;
  readonly kind: Kind;
  readonly performed: string;
  readonly first: string;
  readonly last: string;
  readonly controls: readonly string[];
  /** Which of them were guessed, and from what. */
  readonly from: Readonly<Partial<Record<'title' | 'kind' | 'performed' | 'first' | 'controls', string>>>;
}

const NAME = 'the name';
const CONTENT = 'the text';

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/\.(png|jpe?g|gif|webp|heic)$/i, 'screenshot'],
  [/screenshot|screen[-_ ]?shot/i, 'screenshot'],
  [/attest|sign[-_ ]?off|signed/i, 'attestation'],
  [/\.(tf|ya?ml|toml|ini|conf)$/i, 'configuration'],
  [/config(uration)?\b/i, 'configuration'],
  [/minutes|review|log\b|record|register|meeting/i, 'record'],
  [/population|joiners|leavers|users|list/i, 'population'],
  [/\.(csv|tsv|xlsx?|ods|parquet)$/i, 'export'],
  [/\.(pdf|docx?|odt|md|txt|rtf|html?)$/i, 'document'],
];

/** Guesses from a name and the first characters of a text; `today` bounds the days. */
export function guess(filename: string, head: string, today: string): Guesses {
  const heading = /^\s{0,3}#{1,3}\s+(.{3,120})$/m.exec(head)?.[1]?.trim();
  const period = periodIn(filename);
  const named = dayIn(filename, today);
  const written = named === undefined && period === undefined ? dayIn(head, today) : undefined;
  const controls = [...new Set(filename.toUpperCase().match(/\bC-\d{2,4}(?!\d)/g) ?? [])];
  const kind = KINDS.find(([pattern]) => pattern.test(filename))?.[1];
  const end = period && period.last > today ? today : period?.last;
  return {
    title: heading ?? titleOf(filename),
    kind: kind ?? 'document',
    performed: named ?? end ?? written ?? today,
    first: period?.first ?? '',
    last: period?.last ?? '',
    controls,
    from: {
      title: heading === undefined ? NAME : CONTENT,
      ...(kind === undefined ? {} : { kind: NAME }),
      ...((named ?? period) ? { performed: NAME } : written === undefined ? {} : { performed: CONTENT }),
      ...(period ? { first: NAME } : {}),
      ...(controls.length > 0 ? { controls: NAME } : {}),
    },
  };
}

/** A name without its path, ending, ids and dates, as words. */
export function titleOf(filename: string): string {
  const bare = filename
    .replace(/^.*\//, '')
    .replace(/(\.[a-z0-9]{1,5}){1,2}$/i, '')
    .replace(/\bC-\d{2,4}(?!\d)/gi, ' ')
    .replace(/20\d\d[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/g, ' ')
    .replace(/[_\s]+/g, ' ')
    .replace(/(?<=[a-z])-(?=[a-z])/gi, ' ')
    .replace(/^[\s\-.]+|[\s\-.]+$/g, '');
  const title = bare === '' ? filename : bare;
  return title.charAt(0).toUpperCase() + title.slice(1, 200);
}

/** The first day in a text that is not still to come. */
function dayIn(text: string, today: string): string | undefined {
  for (const [, year, month, day] of text.matchAll(/(?<!\d)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/g)) {
    const found = parsePlainDate(`${year ?? ''}-${month ?? ''}-${day ?? ''}`);
    if (found !== undefined && found <= today) return found;
  }
  return undefined;
}

/** A quarter or a month in a name: 2026-Q3, Q3_2026, 2026-09. */
function periodIn(name: string): { readonly first: string; readonly last: string } | undefined {
  const [, year, quarter, other, again] =
    /(?<!\d)(20\d\d)[-_ ]?Q([1-4])(?!\d)|Q([1-4])[-_ ]?(20\d\d)(?!\d)/i.exec(name) ?? [];
  if (year !== undefined || again !== undefined) {
    const start = 3 * Number(quarter ?? other) - 2;
    return months(Number(year ?? again), start, 3);
  }
  const [, inYear, month] = /(?<!\d)(20\d\d)[-_](0[1-9]|1[0-2])(?![-_.]?\d)/.exec(name) ?? [];
  return inYear === undefined ? undefined : months(Number(inYear), Number(month), 1);
}

function months(year: number, month: number, count: number) {
  const day = (y: number, m: number): string => `${y}-${String(m).padStart(2, '0')}-01`;
  const next = month + count;
  const end = parsePlainDate(next > 12 ? day(year + 1, next - 12) : day(year, next));
  return end === undefined ? undefined : { first: day(year, month), last: addDays(end, -1) };
}
