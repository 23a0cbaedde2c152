// What a row of a kept register says of a risk, put into the record by the same decisions that people go through. What
// they refuse is not taken, and said; acceptances are never brought: somebody with the authority takes a risk here.
import type { ControlCode, PlainDate, Result } from '../../kernel/index.ts';
import { isFormula } from '../../tables/index.ts';
import { assessRisk, treatRisk, type MethodVersion, type RiskFault } from '../register/decide.ts';
import {
  assessmentOf,
  PROPERTIES,
  type Assessed,
  type Property,
  type Risk,
  type Scenario,
} from '../register/risk.ts';
import type { RegisterField } from './headings.ts';
import type { RegisterRow } from './row.ts';

export interface BringAround extends MethodVersion {
  readonly by: string;
  readonly today: PlainDate;
  readonly filename: string;
  /** How the columns are called in the file. */
  readonly headings: ReadonlyMap<RegisterField, string>;
  /** Controls that answer a control of Annex A, as `A.5.1` or `A.5.1.1`; undefined where a code is none of ours. */
  readonly controls: (named: string) => readonly ControlCode[] | undefined;
}

export interface Brought {
  readonly risk: Risk;
  /** What was not taken, and why. */
  readonly notes: readonly string[];
  readonly faults: readonly string[];
}

const LONGEST = {
  title: 200,
  text: 1000,
  part: 600,
  asset: 300,
  category: 60,
  person: 120,
  heading: 80,
} as const;
const LONGEST_KEPT = 4000;

/** Fields that have no place in a risk; their texts are kept under their headings. */
const KEPT: readonly RegisterField[] = [
  'ref',
  'level',
  'residual_level',
  'existing',
  'review',
  'status',
  'controls',
];

/** The record as it is to stand after the row; `held` is the risk that the row is about, if there is one. */
export function broughtRisk(held: Risk | undefined, row: RegisterRow, around: BringAround): Brought {
  const faults = faultsOf(row, around);
  const base = reworded(held ?? EMPTY, row, around);
  const rated = rate(base, row, around);
  const treated = treat(rated.risk, row, around);
  return { risk: treated.risk, notes: [...rated.notes, ...treated.notes], faults };
}

const EMPTY: Risk = {
  code: '',
  title: '',
  scenario: { view: 'event', event: '', consequence: '' },
  properties: PROPERTIES,
  category: '',
  owner: undefined,
  custom: {},
  assessments: [],
  treatment: undefined,
  acceptances: [],
  reviews: [],
  closed: undefined,
};

function reworded(risk: Risk, row: RegisterRow, around: BringAround): Risk {
  const { said } = row;
  return {
    ...risk,
    title: cut(row.title, LONGEST.title),
    scenario: scenarioOf(row),
    properties: propertiesIn(row),
    category: said.category ? cut(said.category, LONGEST.category) : risk.category,
    owner: said.owner ? cut(said.owner, LONGEST.person) : risk.owner,
    custom: { ...risk.custom, ...keptOf(row, around) },
  };
}

/** From what could be harmed where the register names all three of it, else from what could happen. */
function scenarioOf({ title, said }: RegisterRow): Scenario {
  const { asset = '', threat = '', weakness = '', description = '' } = said;
  if (asset !== '' && threat !== '' && weakness !== '')
    return {
      view: 'asset',
      asset: cut(asset, LONGEST.asset),
      threat: cut(threat, LONGEST.part),
      vulnerability: cut(weakness, LONGEST.part),
    };
  const event = [description || title, threat, asset, weakness]
    .filter((text, i, all) => text !== '' && all.indexOf(text) === i)
    .join('; ');
  return { view: 'event', event: cut(event, LONGEST.text), consequence: 'not said in the register' };
}

/** Which of the three is at stake, where a column says it in words or in letters; else all three may be. */
function propertiesIn({ custom }: RegisterRow): readonly Property[] {
  const text = custom.find(({ heading }) => CIA.test(heading))?.text ?? '';
  const letters = /^[CIA](?:[\s,;/+&]*[CIA])*$/u.test(text);
  const found = PROPERTIES.filter((property) =>
    letters
      ? text.includes(property.charAt(0).toUpperCase())
      : text.toLowerCase().includes(property.slice(0, 8)),
  );
  return found.length === 0 ? PROPERTIES : found;
}

const CIA = /\bC\s*[/,+&]?\s*I\s*[/,+&]?\s*A\b|confidential|vertraulich|at stake|propert/iu;

function rate(risk: Risk, row: RegisterRow, around: BringAround): Omit<Brought, 'faults'> {
  const inherent = assessed(risk, 'inherent', { ...row, around });
  const { residual_likelihood: likelihood, residual_impact: impact } = row;
  const target = assessed(inherent.risk, 'target', { ...row, likelihood, impact, around });
  return { risk: target.risk, notes: [...inherent.notes, ...target.notes] };
}

/** What remains after treatment is taken as the target: how large it is now, only an assessment here says. */
function assessed(
  risk: Risk,
  of: Assessed,
  given: {
    readonly likelihood?: number | undefined;
    readonly impact?: number | undefined;
    readonly row: number;
    readonly around: BringAround;
  },
): Omit<Brought, 'faults'> {
  const { likelihood, impact, around } = given;
  if (likelihood === undefined || impact === undefined) return { risk, notes: [] };
  const held = assessmentOf(risk, of);
  if (held?.likelihood === likelihood && held.impact === impact) return { risk, notes: [] };
  const justification = `As kept in ${around.filename}, row ${given.row}.`;
  return taken(
    risk,
    assessRisk(risk, { of, likelihood, impact, justification, on: around.today }, around),
    of,
  );
}

function treat(risk: Risk, row: RegisterRow, around: BringAround): Omit<Brought, 'faults'> {
  const { option, due, said } = row;
  if (option === undefined) return { risk, notes: [] };
  const { controls, open } = controlsOf(row, around);
  const plan = cut(
    [said.plan ?? '', open.length === 0 ? '' : `Controls named: ${open.join(', ')}`]
      .filter((text) => text !== '')
      .join('; '),
    LONGEST_KEPT,
  );
  const owner = said.plan_owner ? cut(said.plan_owner, LONGEST.person) : undefined;
  const next = { option, plan, controls: option === 'retain' ? [] : controls, owner, due };
  const { treatment: held } = risk;
  if (held !== undefined && sameTreatment(held, next)) return { risk, notes: [] };
  return taken(risk, treatRisk(risk, next, around), 'treatment');
}

type Treated = Parameters<typeof treatRisk>[1];

function sameTreatment(held: Treated, next: Treated): boolean {
  const text = ({ option, plan, controls, owner, due }: Treated): string =>
    JSON.stringify([option, plan, controls, owner ?? null, due ?? null]);
  return text(held) === text(next);
}

function taken(risk: Risk, decided: Result<Risk, RiskFault>, what: string): Omit<Brought, 'faults'> {
  return decided.ok
    ? { risk: decided.value, notes: [] }
    : { risk, notes: [`The ${what} is not taken. ${decided.error.detail}`] };
}

/** A control of Annex A is the one control that answers it here; where none or several do, a person chooses. */
function controlsOf(row: RegisterRow, around: BringAround) {
  const found = row.controls.map((named) => ({ named, codes: around.controls(named) ?? [] }));
  return {
    controls: [...new Set(found.flatMap(({ codes }) => (codes.length === 1 ? codes : [])))],
    open: found.filter(({ codes }) => codes.length !== 1).map(({ named }) => named),
  };
}

function keptOf(row: RegisterRow, { headings }: BringAround): Readonly<Record<string, string>> {
  const fields = [...new Set([...KEPT, ...row.unclear])];
  const typed = fields.map((field) => ({
    heading: headings.get(field) ?? field,
    text: row.said[field] ?? '',
  }));
  const kept: Record<string, string> = {};
  for (const { heading, text } of [...typed, ...row.custom])
    if (text !== '')
      kept[cut(heading === '' ? 'without a heading' : heading, LONGEST.heading)] = cut(text, LONGEST_KEPT);
  if (row.title.length > LONGEST.title) kept['title in full'] = cut(row.title, LONGEST_KEPT);
  return kept;
}

function faultsOf(row: RegisterRow, { controls, headings }: BringAround): readonly string[] {
  const cells = [
    ...Object.entries(row.said).map(([field, text]) => ({ field, text })),
    ...row.custom.map(({ heading, text }) => ({ field: heading, text })),
  ];
  const formula = cells.find(({ text }) => isFormula(text));
  const heading = formula && ([...headings].find(([field]) => field === formula.field)?.[1] ?? formula.field);
  return [
    ...(heading === undefined ? [] : [`begins as a formula in the column “${heading}”; write it as a text`]),
    ...row.controls
      .filter((named) => controls(named) === undefined)
      .map((named) => `names the control ${named}, which does not exist here`),
  ];
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
