// Where in a workbook the register stands: the row of headings that speaks of most that a register has.
import { columnsFrom, fieldsIn, headingsAt, textAt } from '../../tables/index.ts';
import type { GridCell, GridSheet, TableColumn, TableOverride } from '../../tables/index.ts';
import { REGISTER_WORDS, type RegisterField } from './headings.ts';

export interface Place {
  readonly sheet: GridSheet;
  /** Row of the headings, from 0. */
  readonly head: number;
  readonly columns: readonly TableColumn<RegisterField>[];
}

/** Titles and remarks above a register are fewer. */
const ROWS_LOOKED_AT = 60;
const LEAST_FIELDS = 3;
/** No register has more columns, and each heading is compared with hundreds of words. */
const MOST_HEADINGS = 100;
/** What a risk may be called by, the best first. */
export const NAMING: readonly RegisterField[] = ['title', 'description', 'threat', 'asset'];
const RATING: ReadonlySet<RegisterField> = new Set(['owner', 'likelihood', 'impact', 'level', 'option']);

/** The best place of all sheets; the topmost of equals. */
export function placeIn(
  sheets: readonly GridSheet[],
  override: TableOverride<RegisterField>,
): Place | undefined {
  const heads = sheets.flatMap((sheet) => headsIn(sheet, override));
  const best = heads.reduce<Head | undefined>(
    (most, next) => (next.fields > (most?.fields ?? LEAST_FIELDS - 1) ? next : most),
    undefined,
  );
  if (best === undefined) return undefined;
  const columns = columnsFrom(
    best.headings,
    REGISTER_WORDS,
    override.columns ?? new Map<number, RegisterField | null>(),
  );
  return { sheet: best.sheet, head: best.head, columns };
}

interface Head {
  readonly sheet: GridSheet;
  readonly head: number;
  readonly headings: readonly string[];
  readonly fields: number;
}

function headsIn(sheet: GridSheet, { headRow, columns }: TableOverride<RegisterField>): readonly Head[] {
  if (headRow !== undefined) {
    const headings = headingsAt(sheet, headRow - 1, REGISTER_WORDS);
    return [{ sheet, head: headRow - 1, headings, fields: Number.MAX_SAFE_INTEGER }];
  }
  return sheet.rows.slice(0, ROWS_LOOKED_AT).flatMap((cells, head) => {
    if (!mayBeHeadings(cells)) return [];
    const headings = headingsAt(sheet, head, REGISTER_WORDS);
    const fields = new Set([...fieldsIn(headings, REGISTER_WORDS), ...(columns?.values() ?? [])]);
    const names = NAMING.some((field) => fields.has(field));
    const rates = [...fields].some((field) => field !== null && RATING.has(field));
    return names && rates ? [{ sheet, head, headings, fields: fields.size }] : [];
  });
}

/** Headings are short, hold no numbers, and two of them at least are words of a register. */
function mayBeHeadings(cells: readonly GridCell[]): boolean {
  const texts = cells.map((_, column) => textAt(cells, column)).filter((text) => text !== '');
  if (texts.length > MOST_HEADINGS) return false;
  if (texts.some((text) => text.length > 80 || /^[\d.,/-]+$/u.test(text))) return false;
  return fieldsIn(texts, REGISTER_WORDS).size >= 2;
}
