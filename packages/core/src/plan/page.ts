// How dates are made, as a page: written from the tables and the networks that they are made with.
import { pageSection } from '../documents/index.ts';
import { parsePlainDate } from '../kernel/index.ts';
import {
  ADVICE_OPTIONS,
  CREDENTIAL_NEEDS,
  MEETS,
  type AdviceOption,
  type Credential,
  type CredentialNeed,
} from './credential.ts';
import { EVIDENCE_THAT_COUNTS, groundOf, STAGE_GAP_DAYS, WINDOW_DAYS } from './ground.ts';
import { LEAD_TIMES, LEADS, PACE, SPREAD } from './leads.ts';
import type { PlanTask, ThreePoint } from './network.ts';
import { networkOf } from './networks/network.ts';
import { PART_DAYS } from './networks/work.ts';

export function planPage(): string {
  const ways = ADVICE_OPTIONS.map((option) => wayOf(option));
  return `${[INTRODUCTION, durations(), assumptions(), ...ways, needs()].join('\n\n')}\n`;
}

const INTRODUCTION = `# How dates are made

One engine makes the dates of the advice, where work is known by role and framework, and those of the plan, where it is known
task by task. The same input gives the same days, to the byte.

1. **Network.** What remains to be done, what audits need before them, what takes its time whoever works: the ways below.
2. **Schedule.** Whenever a role is free it takes the most urgent task that is ready, and finishes it. How long it takes follows
   from the role's person-days a month; nobody works on weekends and holidays; waits count every day. A booked or due day that
   cannot be kept is told with the days and with what stands in its way.
3. **Simulation.** Every duration is drawn thousands of times between its least and its most; the day by which half of the courses
   are there, and nine of ten, is what is shown. How often the end hung on a task is its criticality.
4. **Difference.** An approved plan stays as it was; what moved since is told with its cause, back to where the movement began.

More people may, rarely, end later: who comes free earlier takes up another task (Graham 1969). The rules in full, with cases to
run, stand in vectors/plan. Every duration can be replaced by what was agreed.`;

function durations(): string {
  const rows = LEADS.map((lead) => {
    const { kind, days, why } = LEAD_TIMES[lead];
    return [`\`${lead}\``, kind === 'effort' ? 'person-days' : 'calendar days', points(days), why];
  });
  return pageSection(
    'Durations until somebody knows better',
    ['Task', 'Unit', 'Least, likely, most', 'Why'],
    rows,
  );
}

function assumptions(): string {
  const rows = [
    [
      'Spread of one estimate',
      `${SPREAD.min} to ${SPREAD.max} times the likely value`,
      'Only the likely value of a gap is known.',
    ],
    [
      'All estimates together',
      `${PACE.min} to ${PACE.max} times, likely ${PACE.mode}`,
      'Who estimates too little does so throughout; single errors would cancel each other, this one does not.',
    ],
    [
      'First Type II period',
      `${WINDOW_DAYS} days`,
      'The shortest that is in use; a deal that asks for more days makes it longer, a period that is set stands.',
    ],
    [
      'Evidence that a period counts',
      `from ${EVIDENCE_THAT_COUNTS} days on`,
      'Less does not show that the key controls run. Behind a Type I report or a certification audit a period begins anew.',
    ],
    [
      'Between stage 1 and stage 2',
      `at most ${STAGE_GAP_DAYS} days`,
      'After more than six months stage 1 is usually repeated; a plan that needs more is remarked upon.',
    ],
    [
      'Work known by role only',
      `in parts of ${PART_DAYS} person-days at most`,
      'What gets urgent comes between two parts, as it would between two tasks.',
    ],
  ];
  return pageSection('Assumptions', ['What', 'Value', 'Why'], rows);
}

const WAYS: Readonly<Record<AdviceOption, string>> = {
  iso_first: 'ISO 27001 first, then Type II',
  type1_then_type2: 'Type I, then Type II',
  type2_directly: 'Type II directly',
  both_in_parallel: 'Both in parallel',
  nothing_yet: 'Nothing yet',
};

/** The network of a company with a person-day left in each lane. */
function wayOf(option: AdviceOption): string {
  const start = parsePlainDate('2027-01-04');
  if (!start) throw new Error('the fourth of January is a day');
  const groups = (['shared', 'iso', 'soc2'] as const).map((serves) => ({
    role: 'security_lead' as const,
    serves,
    days: 1,
  }));
  const { tasks } = networkOf(
    option,
    groundOf({
      start,
      work: { kind: 'grouped', groups },
      capacity: { security_lead: 10 },
      wantsBoth: option === 'iso_first',
    }),
  );
  return pageSection(
    WAYS[option],
    ['Task', 'What', 'Waits for', 'Why'],
    tasks.map((task) => [`\`${idOf(task.id)}\``, whatOf(task), waitsFor(task), task.because]),
  );
}

function waitsFor({ after }: PlanTask): string {
  return [...new Set(after)].map((id) => `\`${idOf(id)}\``).join(', ');
}

/** Work stands for all of its lane. */
function idOf(id: string): string {
  return id.startsWith('work:') ? id.split(':').slice(0, 2).join(':') : id;
}

function whatOf({ id, title }: PlanTask): string {
  return id.startsWith('work:') ? (title.split(':')[0] ?? title) : title;
}

const NAMES: Readonly<Record<Credential, string>> = {
  iso27001: 'the certificate',
  soc2_type1: 'Type I',
  soc2_type2: 'Type II',
};

const NEEDS: Readonly<Record<CredentialNeed, string>> = {
  iso27001: 'ISO 27001',
  soc2_type1: 'SOC 2 Type I',
  soc2_type2: 'SOC 2 Type II',
  soc2_any: 'Any SOC 2 report',
  either: 'Either framework',
  both: 'Both frameworks',
};

function needs(): string {
  const rows = CREDENTIAL_NEEDS.map((need) => [
    NEEDS[need],
    MEETS[need].map((way) => way.map((each) => NAMES[each]).join(' and ')).join(', or '),
  ]);
  return `${pageSection('When a deal can be signed', ['Asked for', 'Met by'], rows)}

Each course of the simulation has its own day, the earliest of these ways; a Type II of a shorter period than the buyer asks for
does not count.`;
}

function points({ min, mode, max }: ThreePoint): string {
  return `${min}, ${mode}, ${max}`;
}
