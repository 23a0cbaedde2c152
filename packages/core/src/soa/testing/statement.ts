// A small statement: two rows of Annex A, two controls, one risk, one law; a test changes what it is about.
import {
  judge,
  type Answer,
  type Applicability,
  type ControlProof,
  type ControlState,
} from '../../controls/index.ts';
import { requirementRef } from '../../frameworks/index.ts';
import { parsePlainDate, startOfDay, type ControlCode, type PlainDate } from '../../kernel/index.ts';
import { NO_CHECKS } from '../../monitoring/index.ts';
import type { ControlFact, RowNotes, StatementInput, TreatedRisk } from '../row.ts';
import { statementRows } from '../statement.ts';
import { lintStatement } from '../lints.ts';

const DAY = day('2026-06-01');

export const RISK: TreatedRisk = {
  code: 'R-1',
  title: 'Stolen passwords',
  level: 3,
  acceptable: false,
  option: 'modify',
  controls: ['C-07'],
  accepted: false,
};

/** A.5.15 is in because of R-1 and holds by C-07; A.7.4 is out with a word. Nothing is to be said of it. */
export function sound(): StatementInput {
  return {
    requirements: [
      annex('A.5.15', ['C-07'], { applies: true, because: 'risk R-1' }),
      annex('A.7.4', ['C-08'], { applies: false, why: 'There are no premises.' }),
    ],
    controls: new Map([
      ['C-07', adopted('implemented')],
      ['C-08', { name: 'Cameras', state: undefined, proof: undefined }],
    ]),
    notes: new Map([['A.5.15', notes({ reasons: [{ kind: 'risk', ref: 'R-1' }], word: 'risk R-1' })]]),
    risks: [RISK],
    obligations: [
      {
        code: 'O-1',
        kind: 'regulation',
        title: 'GDPR',
        clause: 'Art. 32',
        demand: 'Protect personal data.',
        owner: undefined,
        endedOn: undefined,
      },
    ],
    today: DAY,
  };
}

export function annex(id: string, controls: readonly ControlCode[], decision?: Applicability) {
  const framework = 'iso27001:2022';
  const requirement = {
    ref: requirementRef(framework, id),
    framework,
    id,
    title: `Title of ${id}`,
    kind: 'control' as const,
    group: 'organisational',
    leaf: true,
  };
  const answers = controls.map((control): Answer => ({
    control,
    strength: 'full',
    adopted: true,
    implemented: true,
    state: 'proved',
    lacking: [],
  }));
  return judge(requirement, answers, decision);
}

export function adopted(
  implementation: 'planned' | 'implemented',
  state: ControlProof['state'] = 'proved',
): ControlFact {
  return {
    name: 'Access rules',
    state: ownedBy('Ada', implementation),
    proof: {
      state,
      systems: [],
      evidence: ['E-4'],
      evidenceCount: 1,
      verdict: undefined,
      checks: NO_CHECKS,
      said: 'none',
      lastProof: day('2026-05-01'),
    },
  };
}

/** A state with an owner, or with none. */
export function ownedBy(owner: string | undefined, implementation: 'planned' | 'implemented'): ControlState {
  const state = { state: 'adopted', implementation, since: startOfDay(DAY) } as const;
  return owner === undefined ? state : { ...state, owner };
}

export function notes(given: Partial<RowNotes>): RowNotes {
  return { reasons: [], word: '', how: '', owner: undefined, due: undefined, ...given };
}

/** Codes of the broken rules with their rows. */
export function broken(input: StatementInput): readonly string[] {
  return lintStatement(statementRows(input), input).map(({ code, row }) => `${code} ${row}`);
}

export function day(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (!parsed) throw new Error(`no day: ${text}`);
  return parsed;
}
