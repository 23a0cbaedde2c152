// Where the headings of a table stand and what each column is about, also when two rows say it together.
import { distinctTexts, textAt, widthOf, type GridCell, type GridSheet } from './grid.ts';
import { says, type Phrases } from './words.ts';

/** What the columns of one kind of table are called, read from the top: the first that fits is meant. */
export type Vocabulary<F extends string> = readonly (readonly [F, Phrases])[];

/** `index` counts columns from 0. A column with no field is kept with each row under its heading. */
export interface TableColumn<F extends string> {
  readonly index: number;
  readonly heading: string;
  readonly field?: F;
}

/** What a person has said of a table; rows count from 1, columns from 0; `null` keeps a column as it is. */
export interface TableOverride<F extends string> {
  readonly sheet?: string;
  readonly headRow?: number;
  readonly columns?: ReadonlyMap<number, F | null>;
}

/** Characters of a heading; what is longer is a text. */
const LONGEST = 200;

/** The field that a heading speaks of; undefined for one of which nothing is known. */
function fieldIn<F extends string>(heading: string, vocabulary: Vocabulary<F>): F | undefined {
  if (heading.length > LONGEST) return undefined;
  return vocabulary.find(([, any]) => says(heading, any))?.[0];
}

/** How many different fields a row of headings speaks of. */
export function fieldsIn<F extends string>(
  headings: readonly string[],
  vocabulary: Vocabulary<F>,
): ReadonlySet<F> {
  return new Set([...new Set(headings)].flatMap((heading) => fieldIn(heading, vocabulary) ?? []));
}

/**
 * The headings that end at a row (from 0; -1 for none). The row above is joined when both together speak of more
 * fields than the lower one alone, as "Applicability" over "Yes" and "No" does; a line about the document does not.
 */
export function headingsAt<F extends string>(
  sheet: GridSheet,
  head: number,
  vocabulary: Vocabulary<F>,
): readonly string[] {
  const width = widthOf(sheet);
  const lower = Array.from({ length: width }, (_, i) => textAt(sheet.rows[head], i));
  const above = sheet.rows[head - 1];
  if (distinctTexts(above) < 2) return lower;
  const joined = lower.map((text, i) => join(over(above, lower, i), text));
  return fieldsIn(joined, vocabulary).size > fieldsIn(lower, vocabulary).size ? joined : lower;
}

/** Says what each column is about; each field is given once, first to those that a person has named. */
export function columnsFrom<F extends string>(
  headings: readonly string[],
  vocabulary: Vocabulary<F>,
  set: ReadonlyMap<number, F | null>,
): readonly TableColumn<F>[] {
  const taken = new Set([...set.values()].filter((field) => field !== null));
  return headings.map((heading, index) => {
    const said = set.get(index);
    if (said !== undefined) return said === null ? { index, heading } : { index, heading, field: said };
    const guess = fieldIn(heading, vocabulary);
    if (guess === undefined || taken.has(guess)) return { index, heading };
    taken.add(guess);
    return { index, heading, field: guess };
  });
}

/** Texts of a row in columns that nothing is known of, with their headings, so that nothing is lost. */
export function customOf<F extends string>(
  cells: readonly GridCell[],
  columns: readonly TableColumn<F>[],
): readonly { readonly heading: string; readonly text: string }[] {
  return columns
    .filter(({ field }) => field === undefined)
    .map(({ index, heading }) => ({ heading, text: textAt(cells, index) }))
    .filter(({ text }) => text !== '');
}

/** Whether a row says the headings again, as tables that are printed in parts do. */
export function repeatsHeadings(cells: readonly GridCell[], headings: readonly string[]): boolean {
  const own = headings.map((_, column) => textAt(cells, column));
  return own.filter((text) => text !== '').length > 1 && own.every((text, i) => headings[i]?.endsWith(text));
}

/** A group's name stands over its first column when its cells were not merged, or no longer are. */
function over(above: readonly GridCell[] | undefined, lower: readonly string[], column: number): string {
  if (lower[column] === '') return textAt(above, column);
  for (let from = column; from >= 0 && (from === column || lower[from] !== ''); from -= 1) {
    const text = textAt(above, from);
    if (text !== '') return text;
  }
  return '';
}

function join(upper: string, lower: string): string {
  return upper === lower || upper === '' ? lower : `${upper} ${lower}`.trim();
}
