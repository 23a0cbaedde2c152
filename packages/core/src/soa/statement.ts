// The statement of applicability: a row per control of Annex A, and one per necessary control from elsewhere.
// In or out is the recorded word on applicability that posture uses too; the statement adds reasons, how and owner.
import { sortedById, type Applicability, type RequirementPosture, type Strength } from '../controls/index.ts';
import { isNonEmpty, type ControlCode } from '../kernel/index.ts';
import type { Row, RowControl, RowNotes, RowStanding, StatementInput, TreatedRisk } from './row.ts';
import { statusOf } from './status.ts';

/** Theme of rows that come from no row of Annex A. */
export const ELSEWHERE = 'elsewhere';

const NO_NOTES: RowNotes = { reasons: [], word: '', how: '', owner: undefined, due: undefined };

/** All rows: those of Annex A in its order, then necessary controls from elsewhere by id. */
export function statementRows(input: StatementInput): readonly Row[] {
  const annex = input.requirements.map((each) => annexRow(each, input));
  const answering = new Set(annex.flatMap((row) => row.controls.map(({ code }) => code)));
  return [...annex, ...elsewhere(input, answering)];
}

function annexRow(posture: RequirementPosture, input: StatementInput): Row {
  const { id, title, group } = posture.requirement;
  const notes = input.notes.get(id) ?? NO_NOTES;
  const controls = posture.answers
    .filter(({ strength }) => strength !== 'supporting')
    .map(({ control, strength }) => rowControl(control, strength, input));
  return rowOf({ id, title, theme: group, standing: standingOf(posture.decision, notes), controls }, input);
}

/**
 * Controls that no row of Annex A answers to: those that treat a risk are necessary (6.1.3 b, any source), and those
 * that somebody put in are too. There is no word on applicability of them: the statement's own is the only one.
 */
function elsewhere(input: StatementInput, answering: ReadonlySet<ControlCode>): readonly Row[] {
  const treating = input.risks.flatMap((risk) => risk.controls);
  const codes = new Set([...treating, ...input.notes.keys()].filter((code) => !answering.has(code)));
  const rows = [...codes].flatMap((code) => {
    const fact = input.controls.get(code);
    if (!fact) return [];
    const { reasons } = input.notes.get(code) ?? NO_NOTES;
    if (reasons.length === 0 && !treating.includes(code)) return [];
    const standing: RowStanding = isNonEmpty(reasons) ? { is: 'in', reasons } : { is: 'undecided' };
    const controls = [rowControl(code, 'full', input)];
    return [rowOf({ id: code, title: fact.name, theme: ELSEWHERE, standing, controls }, input)];
  });
  return sortedById(rows, (row) => row.id);
}

function rowOf(
  given: Pick<Row, 'id' | 'title' | 'theme' | 'standing' | 'controls'>,
  { notes: all, risks }: StatementInput,
): Row {
  const notes = all.get(given.id) ?? NO_NOTES;
  const included = given.standing.is === 'in' || given.standing.is === 'unreasoned';
  return {
    ...given,
    status: included ? statusOf(given.controls, notes.due) : undefined,
    how: notes.how,
    owner: notes.owner ?? soleOwner(given.controls),
    custom: notes.custom ?? {},
    risks: risks.filter((risk) => treats(risk, given.controls)),
  };
}

function standingOf(decision: Applicability | undefined, notes: RowNotes): RowStanding {
  if (decision === undefined) return { is: 'undecided' };
  if (!decision.applies) return { is: 'out', justification: decision.why.trim() };
  const { because } = decision;
  return isNonEmpty(notes.reasons) && notes.word === because
    ? { is: 'in', reasons: notes.reasons }
    : { is: 'unreasoned', because };
}

function rowControl(code: ControlCode, strength: Strength, { controls }: StatementInput): RowControl {
  const fact = controls.get(code);
  const state = fact?.state;
  const adopted = state?.state === 'adopted';
  return {
    code,
    name: fact?.name ?? code,
    strength,
    adopted,
    implemented: adopted && state.implementation === 'implemented',
    owner: adopted ? state.owner : undefined,
    proof: fact?.proof,
  };
}

/** The owner of all adopted controls behind a row, where they have one and the same. */
function soleOwner(controls: readonly RowControl[]): string | undefined {
  const owners = new Set(controls.filter(({ adopted }) => adopted).map(({ owner }) => owner));
  return owners.size === 1 ? [...owners][0] : undefined;
}

function treats(risk: TreatedRisk, controls: readonly RowControl[]): boolean {
  return controls.some(({ code }) => risk.controls.includes(code));
}
