// What Harbourline measures of itself, and what shows that its people can do their work; days are counted back from today.
import type { IsmsRecord } from '@assay/core';
import type { Calendar } from './calendar.ts';
import { OWNERS } from './people.ts';

type Of<K extends IsmsRecord['kind']> = Extract<IsmsRecord, { kind: K }>;

/** An objective, who measures it, and what was found so many days before today. */
interface Measured {
  readonly objective: Omit<Of<'objective'>, 'kind' | 'measurements' | 'due'> & { readonly due: number };
  readonly by: string;
  readonly values: readonly (readonly [daysAgo: number, value: number])[];
}

const OBJECTIVES: readonly Measured[] = [
  {
    objective: {
      title: 'Whoever leaves loses all access within a day',
      measure:
        'Leavers of the last three months whose access ended within a day, from the people system and the list of closed accounts.',
      unit: '%',
      target: 100,
      direction: 'at_least',
      due: 5,
      plan: 'One list for people and IT, read every morning; identities end the sessions of all tools that hang on them.',
      owner: OWNERS.people_lead,
      every_days: 35,
    },
    by: OWNERS.it_admin,
    values: [
      [270, 75],
      [240, 83],
      [210, 80],
      [180, 100],
      [150, 100],
      [120, 100],
      [90, 100],
      [60, 100],
      [30, 100],
      [4, 80],
    ],
  },
  {
    objective: {
      title: 'Serious weaknesses are mended within two weeks',
      measure:
        'Median days from the first sighting of a high or critical finding to the scan that no longer sees it.',
      unit: 'days',
      target: 14,
      direction: 'at_most',
      due: -60,
      plan: 'A rota of two engineers has the first day of each week for it; base images are built anew every night.',
      owner: OWNERS.engineering_lead,
      every_days: 35,
    },
    by: OWNERS.platform_engineer,
    values: [
      [265, 31],
      [235, 33],
      [205, 27],
      [175, 24],
      [145, 19],
      [115, 20],
      [85, 16],
      [55, 13],
      [25, 12],
    ],
  },
  {
    objective: {
      title: 'People report a suspicious message',
      measure: 'Share of the test messages of a quarter that somebody reported within an hour.',
      unit: '%',
      target: 60,
      direction: 'at_least',
      due: -120,
      plan: 'One button in the mail, thanks to everybody who uses it, a short talk for each team.',
      owner: OWNERS.security_lead,
      every_days: 100,
    },
    by: OWNERS.security_lead,
    values: [
      [255, 22],
      [165, 35],
      [75, 48],
    ],
  },
  {
    objective: {
      title: 'The database is back within two hours',
      measure:
        'Minutes from the decision to restore until the application answers from the copy, in a rehearsal.',
      unit: 'min',
      target: 120,
      direction: 'at_most',
      due: -200,
      plan: 'A rehearsal each quarter with whoever is on call; each time the slowest step is automated.',
      owner: OWNERS.platform_engineer,
      every_days: 100,
    },
    by: OWNERS.platform_engineer,
    values: [
      [260, 185],
      [170, 140],
      [80, 95],
    ],
  },
];

export function objectives(on: Calendar) {
  return OBJECTIVES.map(({ objective, by, values }) => ({
    by,
    values,
    objective: { ...objective, kind: 'objective' as const, due: on.ago(objective.due), measurements: [] },
  }));
}

interface Shown extends Pick<Of<'competence'>, 'person' | 'need' | 'ground' | 'proof'> {
  readonly on: number;
  readonly until?: number;
  readonly effective?: Of<'competence'>['effective'];
}

const COMPETENCES: readonly Shown[] = [
  {
    person: OWNERS.security_lead,
    need: 'Leads the ISMS',
    ground: 'training',
    proof: 'Certificate of a five-day course for lead implementers',
    on: 300,
    effective: {
      by: OWNERS.founder,
      said: 'She led the first assessment of risks alone, and a second person came to the same levels.',
    },
  },
  {
    person: OWNERS.platform_engineer,
    need: 'Hardens cloud accounts',
    ground: 'education',
    proof: 'Certificate of the cloud provider in security',
    on: 700,
    until: -45,
  },
  {
    person: OWNERS.engineering_lead,
    need: 'Reviews designs for weaknesses',
    ground: 'training',
    proof: 'Two-day course in threat modelling, list of attendance',
    on: 40,
  },
  {
    person: OWNERS.it_admin,
    need: 'Runs identities and laptops',
    ground: 'experience',
    proof: 'Six years in the same work; references in the personnel file',
    on: 310,
  },
  {
    person: OWNERS.legal_counsel,
    need: 'Judges breaches of personal data',
    ground: 'education',
    proof: 'Certificate of a data protection officer',
    on: 1100,
    until: 20,
  },
  ...['Willem Castellan', 'Zofia Ekberg', 'Hugo Amsel'].map((person) => ({
    person,
    need: 'Knows the policy, its own part in it, and how to report',
    ground: 'awareness' as const,
    proof: 'Yearly talk, with a signed list',
    on: 90,
  })),
];

export function competences(on: Calendar): readonly Of<'competence'>[] {
  return COMPETENCES.map((shown) => ({
    ...shown,
    kind: 'competence',
    on: on.ago(shown.on),
    until: shown.until === undefined ? null : on.ago(shown.until),
    effective: shown.effective ?? null,
  }));
}
