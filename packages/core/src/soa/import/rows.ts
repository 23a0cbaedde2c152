// What the rows of a statement say, each with its place; what is not taken is left with its reason.
import { customOf, firstText, repeatsHeadings, textAt } from '../../tables/index.ts';
import type { GridCell } from '../../tables/index.ts';
import { appliesOf, type Said } from './applies.ts';
import { readControlId } from './controlId.ts';
import type { StatementField } from './headings.ts';
import { settleIds } from './order.ts';
import type { Place } from './place.ts';
import { statusOf, type StatusSaid } from './status.ts';

/** Why a control is in, as the statement marks it: by risk, law, contract or baseline. */
export type ReasonSaid = 'risk' | 'law' | 'contract' | 'baseline';

/** `row` counts from 1, as spreadsheets do. `said` holds the texts of the columns as they stand. */
export interface StatementRow {
  readonly sheet: string;
  readonly row: number;
  readonly id: string;
  readonly applies: Said;
  readonly status: StatusSaid;
  readonly reasons: readonly ReasonSaid[];
  readonly said: Readonly<Partial<Record<StatementField, string>>>;
  readonly custom: readonly { readonly heading: string; readonly text: string }[];
}

/**
 * no_id: no control in the column of ids. objective: two numbers in the edition of 2013. unknown_id: written as an id, and no edition has it. unclear_id: several
 * controls, or a number that may be two. other_edition: an id of the edition that the table is not in.
 */
export interface LeftRow {
  readonly sheet: string;
  readonly row: number;
  readonly reason:
    | 'no_id'
    | 'objective'
    | 'unknown_id'
    | 'unclear_id'
    | 'other_edition'
    | 'twice'
    | 'headings';
  readonly text: string;
}

/** Meanings of background colours that a legend gives. */
export interface Colours {
  readonly applies: ReadonlyMap<string, Said>;
  readonly status: ReadonlyMap<string, StatusSaid>;
}

const REASONS = ['risk', 'law', 'contract', 'baseline'] as const;

/** Reads the rows of all tables of a statement, in their order. */
export function rowsOf(
  places: readonly Place[],
  colours: Colours,
): { readonly rows: readonly StatementRow[]; readonly left: readonly LeftRow[] } {
  const rows: StatementRow[] = [];
  const left: LeftRow[] = [];
  const seen = new Set<string>();
  for (const place of places) {
    const ids = settleIds(place.cells);
    for (const [index, cells] of place.sheet.rows.entries()) {
      const text = firstText(cells);
      if (index <= place.head || text === undefined) continue;
      const at = { sheet: place.sheet.name, row: index + 1 };
      const id = ids[index];
      const reason = whyLeft(place, index, id) ?? (seen.has(id ?? '') ? 'twice' : undefined);
      if (reason !== undefined || id === undefined) left.push({ ...at, reason: reason ?? 'no_id', text });
      else {
        seen.add(id);
        rows.push({ ...at, id, ...readRow(place, index, colours) });
      }
    }
  }
  return { rows, left };
}

function whyLeft(place: Place, index: number, id: string | undefined): LeftRow['reason'] | undefined {
  const cell = place.cells[index];
  if (cell !== undefined && cell.edition !== place.edition)
    return place.edition === '2013' ? 'objective' : 'other_edition';
  if (id !== undefined) return undefined;
  if (cell !== undefined) return 'unclear_id';
  const cells = place.sheet.rows[index] ?? [];
  if (
    repeatsHeadings(
      cells,
      place.columns.map(({ heading }) => heading),
    )
  )
    return 'headings';
  const text = textAt(cells, idColumnOf(place));
  const written = readControlId(text);
  if (written !== undefined)
    return place.edition === '2013' && written.edition === '2022' ? 'objective' : 'unknown_id';
  return SEVERAL.test(text) ? 'unclear_id' : 'no_id';
}

/** Two ids in one cell. */
const SEVERAL = /\d\.\d+\D+\d+\.\d/u;

function idColumnOf({ columns }: Place): number {
  return columns.find(({ field }) => field === 'id')?.index ?? 0;
}

function readRow(
  place: Place,
  index: number,
  colours: Colours,
): Pick<StatementRow, 'applies' | 'status' | 'reasons' | 'said' | 'custom'> {
  const cells = place.sheet.rows[index] ?? [];
  const said: Partial<Record<StatementField, string>> = {};
  for (const { index: from, field } of place.columns)
    if (field !== undefined) said[field] = textAt(cells, from);
  const rest = place.cells[index]?.rest ?? '';
  if (said.title === undefined && rest !== '') said.title = rest;
  const reasons = REASONS.filter((reason) => isMarked(said[reason] ?? ''));
  const status = statusOf(said.status ?? '');
  return {
    applies: appliesIn({
      said,
      reasons,
      status,
      colour: colourIn(place, cells, { field: 'applies', meanings: colours.applies }),
    }),
    status:
      status === 'unclear'
        ? (colourIn(place, cells, { field: 'status', meanings: colours.status }) ?? status)
        : status,
    reasons,
    said,
    custom: customOf(cells, place.columns),
  };
}

/** A mark or a name; a dash, a no and a blank are none. */
function isMarked(text: string): boolean {
  return /[\p{L}\p{N}\p{S}•●]/u.test(text) && appliesOf(text) !== 'no';
}

interface Hints {
  readonly said: Readonly<Partial<Record<StatementField, string>>>;
  readonly reasons: readonly ReasonSaid[];
  readonly status: StatusSaid;
  readonly colour: Said | undefined;
}

/**
 * A column that asks goes first: a yes in both, or in neither, is unclear. Without one the reasons that are marked,
 * a status that only a control in use can have, or a colour with a legend may say it.
 */
function appliesIn({ said, reasons, status, colour }: Hints): Said {
  const inside = appliesOf(said.applies ?? '');
  const outside = appliesOf(said.excluded ?? '');
  const turned = { yes: 'no', no: 'yes', unclear: 'unclear' } as const;
  if (inside !== 'unclear' && outside !== 'unclear') return inside === turned[outside] ? inside : 'unclear';
  if (inside !== 'unclear') return inside;
  if (outside !== 'unclear') return turned[outside];
  if (`${said.applies ?? ''}${said.excluded ?? ''}` !== '') return 'unclear';
  if (colour !== undefined) return colour;
  if (said.applies !== undefined || said.excluded !== undefined) return 'unclear';
  const [included, excluded] = [isMarked(said.inclusion ?? ''), isMarked(said.exclusion ?? '')];
  if (included !== excluded) return included ? 'yes' : 'no';
  if (appliesOf(said.status ?? '') === 'no' && status === 'unclear') return 'no';
  return reasons.length > 0 || (status !== 'unclear' && status !== 'not_started') ? 'yes' : 'unclear';
}

/** The meaning of the colour of the column that asks, or where there is none, of the cell with the id. */
function colourIn<T>(
  place: Place,
  cells: readonly GridCell[],
  of: { readonly field: StatementField; readonly meanings: ReadonlyMap<string, T> },
): T | undefined {
  const asked = place.columns.find(({ field }) => field === of.field)?.index;
  const fill = cells[asked ?? idColumnOf(place)]?.fill;
  return fill === undefined ? undefined : of.meanings.get(fill);
}
