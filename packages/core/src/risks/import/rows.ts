// What the rows of a register say, each with its place; what is not taken is left with its reason.
import type { PlainDate } from '../../kernel/index.ts';
import { customOf, daysOf, distinctTexts, firstText, repeatsHeadings, textAt } from '../../tables/index.ts';
import type { GridCell, TableColumn } from '../../tables/index.ts';
import { controlsIn } from './controls.ts';

import type { RegisterField } from './headings.ts';
import { optionOf } from './option.ts';
import { NAMING, type Place } from './place.ts';
import { continues, joined, STEP_FIELDS, type RegisterRow } from './row.ts';
import { stepsOf, type Scale } from './step.ts';

/** What a register is read with: the scales of the method, and the ids of Annex A of both editions. */
export interface RegisterContext {
  readonly likelihood: Scale;
  readonly impact: Scale;
  readonly catalogue: ReadonlySet<string>;
}

/** section: one text alone, as a group's title is. twice: a reference that a row above has. */
export interface LeftRegisterRow {
  readonly sheet: string;
  readonly row: number;
  readonly reason: 'no_title' | 'section' | 'headings' | 'twice';
  readonly text: string;
}

type Said = RegisterRow['said'];
type Steps = Readonly<Record<(typeof STEP_FIELDS)[number], readonly (number | undefined)[]>>;

/** What can be read only with the whole column in view: numbers need their scale, days their order. */
interface Whole {
  readonly said: readonly Said[];
  readonly steps: Steps;
  readonly due: readonly (PlainDate | undefined)[];
}

/** Reads the rows below the headings, in their order. */
export function rowsOf(
  place: Place,
  context: RegisterContext,
): { readonly rows: readonly RegisterRow[]; readonly left: readonly LeftRegisterRow[] } {
  const whole = wholeOf(place, context);
  const rows: RegisterRow[] = [];
  const left: LeftRegisterRow[] = [];
  const refs = new Set<string>();
  for (const [index, cells] of place.sheet.rows.entries()) {
    const text = firstText(cells);
    if (index <= place.head || text === undefined) continue;
    const at = { sheet: place.sheet.name, row: index + 1 };
    const said = whole.said[index] ?? {};
    const title = NAMING.map((field) => said[field] ?? '').find((each) => each !== '');
    const reason = whyLeft(cells, place.columns, title);
    if (reason !== undefined || title === undefined) {
      left.push({ ...at, reason: reason ?? 'no_title', text });
      continue;
    }
    const row = { ...at, more: [], title, ...meaning(index, { place, whole, context }) };
    const above = rows.at(-1);
    const ref = said.ref ?? '';
    if (continues(above, row)) rows.splice(-1, 1, joined(above, row));
    else if (ref !== '' && refs.has(ref)) left.push({ ...at, reason: 'twice', text });
    else rows.push(row);
    refs.add(ref);
  }
  return { rows, left };
}

function wholeOf({ sheet, head, columns }: Place, { likelihood, impact }: RegisterContext): Whole {
  const said = sheet.rows.map((cells, index) => (index <= head ? {} : saidIn(cells, columns)));
  const steps = (field: keyof Steps, scale: Scale): Steps[keyof Steps] =>
    stepsOf(
      said.map((each) => each[field] ?? ''),
      scale,
    );
  return {
    said,
    steps: {
      likelihood: steps('likelihood', likelihood),
      impact: steps('impact', impact),
      residual_likelihood: steps('residual_likelihood', likelihood),
      residual_impact: steps('residual_impact', impact),
    },
    due: daysOf(said.map(({ due }) => due ?? '')),
  };
}

function saidIn(cells: readonly GridCell[], columns: readonly TableColumn<RegisterField>[]): Said {
  const said: Partial<Record<RegisterField, string>> = {};
  for (const { index, field } of columns) if (field !== undefined) said[field] = textAt(cells, index);
  return said;
}

function whyLeft(
  cells: readonly GridCell[],
  columns: readonly TableColumn<RegisterField>[],
  title: string | undefined,
): LeftRegisterRow['reason'] | undefined {
  const headings = columns.map(({ heading }) => heading);
  if (repeatsHeadings(cells, headings)) return 'headings';
  if (distinctTexts(cells) === 1) return 'section';
  return title === undefined ? 'no_title' : undefined;
}

function meaning(
  index: number,
  {
    place,
    whole,
    context,
  }: { readonly place: Place; readonly whole: Whole; readonly context: RegisterContext },
): Omit<RegisterRow, 'sheet' | 'row' | 'more' | 'title'> {
  const cells = place.sheet.rows[index] ?? [];
  const said = whole.said[index] ?? {};
  const steps: Partial<Record<keyof Steps, number>> = {};
  for (const field of STEP_FIELDS) {
    const step = whole.steps[field][index];
    if (step !== undefined) steps[field] = step;
  }
  const option = optionOf(said.option ?? '');
  const due = whole.due[index];
  const at = place.columns.find(({ field }) => field === 'controls')?.index ?? -1;
  const controls = controlsIn(cells[at], context.catalogue);
  const read = { ...steps, ...(option && { option }), ...(due && { due }) };
  const unclear = [...STEP_FIELDS, 'option' as const, 'due' as const].filter(
    (field) => read[field] === undefined && isSaid(said[field]),
  );
  return {
    ...read,
    controls: controls ?? [],
    unclear: controls === undefined ? [...unclear, 'controls'] : unclear,
    said,
    custom: customOf(cells, place.columns),
  };
}

/** A blank and a dash say nothing. */
function isSaid(text: string | undefined): boolean {
  return /[\p{L}\p{N}]/u.test(text ?? '');
}
