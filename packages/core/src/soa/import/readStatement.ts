// Finds the table in a workbook and says of each row what was read, or why it was left.
import { err, ok, type Result } from '../../kernel/index.ts';
import { appliesOf, type Said } from './applies.ts';
import { readControlId, type AnnexEdition } from './controlId.ts';
import { distinctTexts, textAt, type GridSheet } from './grid.ts';
import { fieldOf, type StatementField } from './headings.ts';

/** `index` counts columns from 0. A column with no field is kept with each row under its heading. */
export interface StatementColumn {
  readonly index: number;
  readonly heading: string;
  readonly field?: StatementField;
}
/** `row` counts from 1, as spreadsheets do. */
export interface StatementRow {
  readonly row: number;
  readonly id: string;
  readonly applies: Said;
  readonly said: Readonly<Partial<Record<StatementField, string>>>;
  readonly custom: readonly { readonly heading: string; readonly text: string }[];
}
export interface LeftRow {
  readonly row: number;
  readonly reason: 'no_id' | 'other_edition' | 'twice';
  readonly text: string;
}
export interface StatementReading {
  readonly sheet: string;
  readonly edition: AnnexEdition;
  readonly columns: readonly StatementColumn[];
  readonly rows: readonly StatementRow[];
  readonly left: readonly LeftRow[];
}
interface Place {
  readonly sheet: GridSheet;
  readonly column: number;
  readonly ids: number;
}

/**
 * Reads a statement of applicability of any layout.
 * @param override columns whose meaning a person has set, by index; `null` keeps a column as it is
 * @returns `no_table` if no column of any sheet holds at least three ids of Annex A
 */
export function readStatement(
  sheets: readonly GridSheet[],
  override: ReadonlyMap<number, StatementField | null> = new Map(),
): Result<StatementReading, 'no_table'> {
  const place = sheets
    .flatMap(placesOf)
    .reduce<Place | undefined>((best, next) => (next.ids > (best?.ids ?? 2) ? next : best), undefined);
  if (place === undefined) return err('no_table');
  const { sheet, column } = place;
  const found = sheet.rows.map((row) => readControlId(textAt(row, column)));
  const old = found.filter((id) => id?.edition === '2013').length;
  // In the 2013 edition two numbers are an objective above its controls, so half of the ids or more have three.
  const edition = old * 2 >= place.ids ? '2013' : '2022';
  const first = found.findIndex((id) => id !== undefined);
  const head = sheet.rows.slice(0, first).findLastIndex((row) => distinctTexts(row) > 1);
  const columns = columnsOf(sheet, { head, id: column }, override);
  return ok({ sheet: sheet.name, edition, columns, ...rowsOf(sheet, { head, edition }, columns) });
}

function placesOf(sheet: GridSheet): Place[] {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => ({
    sheet,
    column,
    ids: sheet.rows.filter((row) => readControlId(textAt(row, column)) !== undefined).length,
  }));
}

function columnsOf(
  sheet: GridSheet,
  at: { readonly head: number; readonly id: number },
  override: ReadonlyMap<number, StatementField | null>,
): StatementColumn[] {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const taken = new Set<StatementField>(['id']);
  for (const field of override.values()) if (field !== null) taken.add(field);
  return Array.from({ length: width }, (_, index) => {
    const heading = textAt(sheet.rows[at.head], index);
    if (index === at.id) return { index, heading, field: 'id' };
    const set = override.get(index);
    const guess = fieldOf(heading) ?? fieldOf(textAt(sheet.rows[at.head - 1], index));
    const field = set === undefined && guess !== undefined && !taken.has(guess) ? guess : (set ?? undefined);
    if (field !== undefined) taken.add(field);
    return field === undefined ? { index, heading } : { index, heading, field };
  });
}

function rowsOf(
  sheet: GridSheet,
  at: { readonly head: number; readonly edition: AnnexEdition },
  columns: readonly StatementColumn[],
): { readonly rows: StatementRow[]; readonly left: LeftRow[] } {
  const rows: StatementRow[] = [];
  const left: LeftRow[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of sheet.rows.entries()) {
    const text = cells.map((_, column) => textAt(cells, column)).find((each) => each !== '');
    if (index <= at.head || text === undefined) continue;
    const row = index + 1;
    const said: Partial<Record<StatementField, string>> = {};
    for (const { index: from, field } of columns) if (field !== undefined) said[field] = textAt(cells, from);
    const id = readControlId(said.id ?? '');
    if (id === undefined) left.push({ row, reason: 'no_id', text });
    else if (id.edition !== at.edition) left.push({ row, reason: 'other_edition', text });
    else if (seen.has(id.id)) left.push({ row, reason: 'twice', text });
    else {
      seen.add(id.id);
      const custom = columns
        .filter(({ field }) => field === undefined)
        .map(({ index: from, heading }) => ({ heading, text: textAt(cells, from) }))
        .filter((each) => each.text !== '');
      rows.push({ row, id: id.id, applies: appliesIn(said), said, custom });
    }
  }
  return { rows, left };
}

/** A yes in both columns, or in neither, is unclear. */
function appliesIn(said: Readonly<Partial<Record<StatementField, string>>>): Said {
  const inside = appliesOf(said.applies ?? '');
  const outside = appliesOf(said.excluded ?? '');
  if (outside === 'unclear') return inside;
  const turned = outside === 'yes' ? 'no' : 'yes';
  return inside === 'unclear' || inside === turned ? turned : 'unclear';
}
