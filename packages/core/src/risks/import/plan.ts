// What an import of a register would change, risk by risk, field by field, against the register as it stands.
import { keptFields } from '../../tables/index.ts';
import type { Risk } from '../register/risk.ts';
import { assessmentOf } from '../register/risk.ts';
import { broughtRisk, type BringAround } from './brought.ts';
import { circleFaults } from './circles.ts';
import type { RegisterRow } from './row.ts';

export type RegisterOutcome = 'new' | 'changed' | 'unchanged' | 'silent' | 'error';

export interface RegisterPlanRow {
  readonly sheet: string;
  readonly row: number;
  /** Reference of the file; empty where it has none. */
  readonly ref: string;
  /** The risk that it is about; undefined for one that is new. */
  readonly code: string | undefined;
  readonly title: string;
  readonly outcome: RegisterOutcome;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly notes: readonly string[];
  readonly problems: readonly string[];
  readonly next: Risk | undefined;
}

export interface RegisterPlanInput {
  readonly rows: readonly RegisterRow[];
  readonly risks: readonly Risk[];
  /** Risks that an earlier import of the same table made, by reference of the file. */
  readonly known: ReadonlyMap<string, string>;
  readonly around: BringAround;
}

export function planRegister({ rows, risks, known, around }: RegisterPlanInput): readonly RegisterPlanRow[] {
  const byCode = new Map(risks.map((risk) => [risk.code, risk]));
  const byTitle = new Map(risks.map((risk) => [risk.title.toLowerCase(), risk]));
  const circles = circleFaults(rows);
  const taken = new Set<string>();
  return rows.map((row) => {
    const ref = row.said.ref ?? '';
    const found = byCode.get(known.get(ref) ?? '') ?? byTitle.get(row.title.toLowerCase());
    const held = found !== undefined && taken.has(found.code) ? undefined : found;
    if (held) taken.add(held.code);
    return planRow(row, held, { around, circles, other: held ? undefined : byCode.get(ref.toUpperCase()) });
  });
}

function planRow(
  row: RegisterRow,
  held: Risk | undefined,
  of: {
    readonly around: BringAround;
    readonly circles: ReadonlyMap<RegisterRow, string>;
    readonly other: Risk | undefined;
  },
): RegisterPlanRow {
  const { sheet, row: place, title, said } = row;
  const at = { sheet, row: place, ref: said.ref ?? '', code: held?.code, title };
  const nothing = { ...at, changes: [], notes: [], problems: [], next: undefined };
  if (held?.closed)
    return { ...nothing, outcome: 'silent', notes: [`${held.code} is closed, and stays as it is.`] };
  const brought = broughtRisk(held, row, of.around);
  const circle = of.circles.get(row);
  const faults = [...brought.faults, ...(circle === undefined ? [] : [circle])];
  if (faults.length > 0)
    return { ...nothing, outcome: 'error', problems: faults.map((fault) => `Row ${place} ${fault}.`) };
  const changes = changesOf(held, brought.risk);
  const notes = [
    ...brought.notes,
    ...(of.other
      ? [`${of.other.code} is another risk here; this one gets a number of its own and keeps its reference.`]
      : []),
    ...(row.unclear.length > 0 ? [`Not understood, kept as it is: ${row.unclear.join(', ')}.`] : []),
  ];
  if (changes.length === 0) return { ...nothing, notes, outcome: 'unchanged' };
  return {
    ...at,
    outcome: held ? 'changed' : 'new',
    changes,
    notes,
    problems: [],
    next: brought.risk,
  };
}

function changesOf(held: Risk | undefined, next: Risk): RegisterPlanRow['changes'] {
  const [before, after] = [held ? fieldsOf(held) : new Map<string, string>(), fieldsOf(next)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, before: before.get(field) ?? '', after: after.get(field) ?? '' }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(risk: Risk): ReadonlyMap<string, string> {
  const { scenario, treatment } = risk;
  const place = (of: 'inherent' | 'target'): string => {
    const found = assessmentOf(risk, of);
    return found ? `likelihood ${found.likelihood + 1}, impact ${found.impact + 1}` : '';
  };
  return new Map([
    ['title', risk.title],
    [
      'scenario',
      scenario.view === 'event'
        ? scenario.event
        : `${scenario.asset}: ${scenario.threat}, ${scenario.vulnerability}`,
    ],
    ['at stake', risk.properties.join(', ')],
    ['category', risk.category],
    ['owner', risk.owner ?? ''],
    ['inherent', place('inherent')],
    ['target', place('target')],
    ['treatment', treatment?.option ?? ''],
    ['plan', treatment?.plan ?? ''],
    ['controls', treatment?.controls.join(', ') ?? ''],
    ['treatment owner', treatment?.owner ?? ''],
    ['due', treatment?.due ?? ''],
    ...keptFields(risk.custom),
  ]);
}
