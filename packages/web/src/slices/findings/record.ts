// The parts of a finding's record in the order in which ISO/IEC 27001 10.2 asks for them, and how each stands. Pure.
import type { Finding } from './findings.ts';

export const PARTS = [
  'correction',
  'consequences',
  'cause',
  'similar',
  'action',
  'effectiveness',
  'system_change',
  'response',
] as const;
export type Part = (typeof PARTS)[number];

export const PART_WORDS: Readonly<Record<Part, readonly [name: string, clause: string, ask: string]>> = {
  correction: ['Correction', '10.2 a 1', 'What was done at once to correct it?'],
  consequences: ['Consequences', '10.2 a 2', 'What came of it, and how was that dealt with?'],
  cause: ['Cause', '10.2 b 2', 'Why did it happen? Ask why until the answer can be changed.'],
  similar: ['Similar cases', '10.2 b 3', 'Where were similar cases looked for?'],
  action: ['Action', '10.2 c', 'What keeps it from happening again?'],
  effectiveness: ['Effect', '10.2 d', 'Did the action help?'],
  system_change: [
    'Change to the ISMS',
    '10.2 e',
    'What changes in the management system, or why does nothing have to?',
  ],
  response: ['Response', 'SOC 2', 'What does management answer in the report?'],
};

/** The parts that a finding has: only an exception carries management's response. */
export function partsOf({ kind }: Pick<Finding, 'kind'>): readonly Part[] {
  return PARTS.filter((part) => part !== 'response' || kind === 'exception');
}

/** State of a part for its mark: the step that is owed next stands out. */
export function partState(
  finding: Finding,
  part: Part,
): 'step_done' | 'step_next' | 'step_open' | 'step_failed' {
  if (part === 'effectiveness' && finding.effectiveness?.said?.verdict === 'not_effective')
    return 'step_failed';
  if (isDone(finding, part)) return 'step_done';
  return finding.next !== null && NEXT[finding.next] === part ? 'step_next' : 'step_open';
}

const NEXT: Readonly<Record<NonNullable<Finding['next']>, Part>> = {
  contained: 'correction',
  cause_known: 'cause',
  action_planned: 'action',
  action_done: 'action',
  verified: 'effectiveness',
};

function isDone(finding: Finding, part: Part): boolean {
  switch (part) {
    case 'action':
      return (finding.action?.done ?? null) !== null;
    case 'effectiveness':
      return finding.effectiveness?.said?.verdict === 'effective';
    case 'response':
      return (finding.exception?.response ?? null) !== null;
    default:
      return finding[part] !== null;
  }
}

/** What each part says, a line for each fact. */
export function linesOf(finding: Finding, part: Part): readonly string[] {
  const { correction, similar, action, effectiveness } = finding;
  switch (part) {
    case 'correction':
      return correction === null ? [] : [correction.what, `Done on ${correction.on}.`];
    case 'similar':
      return similar === null
        ? []
        : [
            similar.looked,
            similar.found.length === 0 ? 'None was found.' : `Found: ${similar.found.join(', ')}.`,
          ];
    case 'action':
      return action === null ? [] : [action.what, actionWords(action)];
    case 'effectiveness':
      return effectiveness === null ? [] : effectWords(effectiveness);
    case 'response':
      return finding.exception?.response ? [finding.exception.response] : [];
    default:
      return finding[part] === null ? [] : [finding[part]];
  }
}

function actionWords({ owner, due, planned, done }: NonNullable<Finding['action']>): string {
  const parts = [
    owner === null ? 'nobody is named for it' : `by ${owner}`,
    due === null ? 'no day is set' : `until ${due}`,
    ...(planned === null ? [] : [`planned on ${planned}`]),
    done === null ? 'not done yet' : `done on ${done}`,
  ];
  const [first = '', ...rest] = parts;
  return `${first.charAt(0).toUpperCase()}${[first.slice(1), ...rest].join(', ')}.`;
}

function effectWords({ due, said }: NonNullable<Finding['effectiveness']>): readonly string[] {
  if (said === null) return [`To be looked at on ${due}.`];
  const verdict = said.verdict === 'effective' ? 'Effective' : 'Not effective: another action is owed';
  return [said.because, `${verdict}, said by ${said.by} on ${said.on}; it was due on ${due}.`];
}
