// One risk as a row of a register says it.
import type { PlainDate } from '../../kernel/index.ts';
import { REGISTER_FIELDS, type RegisterField } from './headings.ts';
import type { OptionSaid } from './option.ts';

/** The fields that are steps of a scale; of impact are those that end so. */
export const STEP_FIELDS = ['likelihood', 'impact', 'residual_likelihood', 'residual_impact'] as const;

/**
 * `row` counts from 1, as spreadsheets do, `more` are rows that continue it; steps count from 0. `unclear` names the
 * fields that say something which was not understood; their texts stand in `said`.
 */
export interface RegisterRow {
  readonly sheet: string;
  readonly row: number;
  readonly more: readonly number[];
  readonly title: string;
  readonly likelihood?: number | undefined;
  readonly impact?: number | undefined;
  readonly residual_likelihood?: number | undefined;
  readonly residual_impact?: number | undefined;
  readonly option?: OptionSaid | undefined;
  readonly due?: PlainDate | undefined;
  readonly controls: readonly string[];
  readonly unclear: readonly RegisterField[];
  readonly said: Readonly<Partial<Record<RegisterField, string>>>;
  readonly custom: readonly { readonly heading: string; readonly text: string }[];
}

/** A risk whose cells reach over several rows of actions: same reference, same title, one below the other. */
export function continues(above: RegisterRow | undefined, row: RegisterRow): above is RegisterRow {
  const ref = row.said.ref ?? '';
  const last = above?.more.at(-1) ?? above?.row;
  return ref !== '' && above?.said.ref === ref && above.title === row.title && last === row.row - 1;
}

/** Both rows as one: texts that differ follow one another; where steps, options or days differ, nobody knows which. */
export function joined(above: RegisterRow, row: RegisterRow): RegisterRow {
  const steps: Partial<Record<(typeof STEP_FIELDS)[number], number>> = {};
  for (const field of STEP_FIELDS) {
    const step = agreed(above[field], row[field]);
    if (step !== undefined) steps[field] = step;
  }
  const option = agreed(above.option, row.option);
  const due = agreed(above.due, row.due);
  const differ = [...STEP_FIELDS, 'option' as const, 'due' as const].filter(
    (field) => above[field] !== undefined && row[field] !== undefined && above[field] !== row[field],
  );
  const news = row.custom.filter(
    ({ heading, text }) => !above.custom.some((each) => each.heading === heading && each.text === text),
  );
  return {
    sheet: above.sheet,
    row: above.row,
    more: [...above.more, row.row],
    title: above.title,
    ...steps,
    ...(option && { option }),
    ...(due && { due }),
    controls: [...new Set([...above.controls, ...row.controls])],
    unclear: [...new Set([...above.unclear, ...row.unclear, ...differ])],
    said: textsOf(above, row),
    custom: [...above.custom, ...news],
  };
}

function textsOf(above: RegisterRow, row: RegisterRow): RegisterRow['said'] {
  const said = { ...above.said };
  for (const field of REGISTER_FIELDS) {
    const [before = '', now = ''] = [above.said[field], row.said[field]];
    if (now !== '' && now !== before) said[field] = before === '' ? now : `${before}; ${now}`;
  }
  return said;
}

/** What both say, or the one that says anything. */
function agreed<T>(one: T | undefined, other: T | undefined): T | undefined {
  if (one === undefined) return other;
  return other === undefined || other === one ? one : undefined;
}
