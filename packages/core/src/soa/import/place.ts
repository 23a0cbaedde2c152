// Where in a workbook the statement stands: the sheet, its column of ids, its headings, and sheets that continue it.
import { columnsFrom, distinctTexts, headingsAt, widthOf } from '../../tables/index.ts';
import type { GridSheet, TableColumn, TableOverride } from '../../tables/index.ts';
import { idAt, type AnnexEdition, type IdCell } from './controlId.ts';
import { STATEMENT_WORDS, type StatementField } from './headings.ts';

/** What a person has said of the table: `idColumn` counts from 0. */
export interface StatementOverride extends TableOverride<StatementField> {
  readonly idColumn?: number;
}

/** A table that may be the statement. */
export interface Place {
  readonly sheet: GridSheet;
  readonly edition: AnnexEdition;
  readonly cells: readonly (IdCell | undefined)[];
  readonly ids: ReadonlySet<string>;
  /** Row of the headings from 0; -1 for a table without any. */
  readonly head: number;
  readonly columns: readonly TableColumn<StatementField>[];
  /** Some column decides something; a sheet that only lists controls has none. */
  readonly decides: boolean;
}

const DECIDING: readonly StatementField[] = [
  'applies',
  'excluded',
  'risk',
  'law',
  'contract',
  'baseline',
  'inclusion',
  'exclusion',
  'reason',
  'status',
];
/** Fewer ids are no table: a text may speak of a control or two, and the controls of a register are no statement. */
const LEAST_IDS = { deciding: 3, listing: 20 } as const;

/** The place of each sheet that has one, best first: what decides something, then what has most ids. */
export function placesIn(
  sheets: readonly GridSheet[],
  catalogue: ReadonlySet<string>,
  override: StatementOverride,
): readonly Place[] {
  return sheets
    .flatMap((sheet) => placeIn(sheet, catalogue, override) ?? [])
    .toSorted((a, b) => Number(b.decides) - Number(a.decides) || b.ids.size - a.ids.size);
}

/** Places that continue the first: the same edition under the same headings, and no control of what stands before. */
export function continuedBy([first, ...others]: readonly Place[]): readonly Place[] {
  if (first === undefined) return [];
  const seen = new Set(first.ids);
  const shape = shapeOf(first);
  const more = others.filter((place) => {
    const fits = place.edition === first.edition && shapeOf(place) === shape;
    if (!fits || [...place.ids].some((id) => seen.has(id))) return false;
    for (const id of place.ids) seen.add(id);
    return true;
  });
  return [first, ...more];
}

function shapeOf({ columns }: Place): string {
  return columns.map(({ heading }) => heading).join('\n');
}

function placeIn(
  sheet: GridSheet,
  catalogue: ReadonlySet<string>,
  override: StatementOverride,
): Place | undefined {
  const columns =
    override.idColumn === undefined
      ? Array.from({ length: widthOf(sheet) }, (_, i) => i)
      : [override.idColumn];
  const best = columns
    .map((column) => ({ column, cells: sheet.rows.map((row) => idAt(row, column, catalogue)) }))
    .map((each) => ({ ...each, ids: idsOf(each.cells) }))
    .reduce((most, next) => (next.ids.size > most.ids.size ? next : most), NOWHERE);
  if (best.ids.size === 0) return undefined;
  const first = best.cells.findIndex((cell) => cell !== undefined);
  const head =
    override.headRow === undefined
      ? sheet.rows.slice(0, first).findLastIndex((row) => distinctTexts(row) > 1)
      : override.headRow - 1;
  const set = new Map<number, StatementField | null>([...(override.columns ?? []), [best.column, 'id']]);
  const named = columnsFrom(headingsAt(sheet, head, STATEMENT_WORDS), STATEMENT_WORDS, set);
  const decides = named.some(({ field }) => field !== undefined && DECIDING.includes(field));
  const least = decides ? LEAST_IDS.deciding : LEAST_IDS.listing;
  if (override.idColumn === undefined && best.ids.size < least) return undefined;
  return {
    sheet,
    edition: editionOf(best.cells),
    cells: best.cells,
    ids: best.ids,
    head,
    columns: named,
    decides,
  };
}

interface Candidate {
  readonly column: number;
  readonly cells: readonly (IdCell | undefined)[];
  readonly ids: ReadonlySet<string>;
}

const NOWHERE: Candidate = { column: 0, cells: [], ids: new Set() };

function idsOf(cells: readonly (IdCell | undefined)[]): ReadonlySet<string> {
  return new Set(cells.flatMap((cell) => cell?.ids[0] ?? []));
}

/** In the 2013 edition two numbers are an objective above its controls, so half of the ids or more have three. */
function editionOf(cells: readonly (IdCell | undefined)[]): AnnexEdition {
  const found = cells.filter((cell) => cell !== undefined);
  return found.filter(({ edition }) => edition === '2013').length * 2 >= found.length ? '2013' : '2022';
}
