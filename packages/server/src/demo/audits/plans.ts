// The internal audits of Harbourline as they were planned, and what of their lines is no plain conformity.
import type { AuditProgramme, Finding, RequirementRef } from '@assay/core';
import type { Calendar } from '../calendar.ts';
import { AUDITORS, OWNERS } from '../people.ts';

/** Days before today on which the programme was set and began. */
export const PROGRAMME_SET = 205;
const PROGRAMME_BEGINS = 200;

export function programmeOf(on: Calendar): AuditProgramme {
  return {
    begins: on.ago(PROGRAMME_BEGINS),
    frequency:
      'Two audits a year. What changed, failed or carries most risk comes first; every clause and every control that applies is looked at once in three years.',
    methods: 'Interviews with owners, records drawn by hand, settings seen on screen.',
    responsibilities: `${OWNERS.security_lead} keeps the programme and audits nothing. ${AUDITORS.outside} comes from outside; ${AUDITORS.inside} audits what is not of engineering’s own making.`,
    reporting: `To ${OWNERS.founder} within two weeks of the last day, and into the next management review.`,
  };
}

/** What is said of a line where it is more than “it conforms”. */
export type Said =
  | { readonly result: 'not_audited' | 'conforms'; readonly note: string }
  | {
      readonly result: 'finding';
      readonly note: string;
      readonly finding: Pick<Finding, 'kind' | 'statement' | 'owner'>;
    };

export interface AuditTold {
  readonly title: string;
  /** Days before today on which it was planned, began and ended. */
  readonly planned: number;
  readonly from: number;
  readonly to: number;
  readonly auditor: string;
  readonly criteria: string;
  readonly scope: readonly string[];
  readonly said: Readonly<Record<string, Said>>;
  /** Which lines something is said of: all; those that the proof of the day bears out; none yet. */
  readonly looked: 'all' | 'proved' | 'none';
  readonly report?: { readonly daysAgo: number; readonly summary: string };
}

const CLAUSES: readonly string[] = [
  '4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1.1 6.1.2 6.1.3 6.2 6.3',
  '7.1 7.2 7.3 7.4 7.5.1 7.5.2 7.5.3 8.1 8.2 8.3',
  '9.1 9.2.1 9.2.2 9.3.1 9.3.2 9.3.3 10.1 10.2',
].flatMap((line) => line.split(' '));

/** `A.5.1` to `A.5.3`, without those that another audit has. */
function annex(
  theme: string,
  [first, last]: readonly [number, number],
  without: readonly number[] = [],
): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((each) => !without.includes(each))
    .map((each) => `${theme}.${each}`);
}

export function refOf(id: string): RequirementRef {
  return `iso27001:2022/${id}`;
}

const REVIEW_READ = `The minutes of MR-1 were read with ${OWNERS.founder}.`;

export const AUDITS: readonly AuditTold[] = [
  {
    title: 'The management system, people and access',
    planned: 150,
    from: 124,
    to: 122,
    auditor: AUDITORS.outside,
    criteria:
      'The policy set, the scope, the method for risks, contracts with nine terminals; ISO/IEC 27001:2022.',
    scope: [
      ...CLAUSES,
      ...annex('A.5', [1, 3]),
      ...annex('A.5', [15, 18]),
      ...annex('A.6', [1, 8]),
      ...annex('A.7', [1, 4]),
      'A.7.11',
      'A.8.2',
      'A.8.4',
      'A.8.13',
      'A.8.32',
    ],
    looked: 'all',
    said: {
      '7.2': {
        result: 'finding',
        note: 'Four owners of controls were asked for proof of competence.',
        finding: {
          kind: 'minor',
          statement:
            'There is no record of the competence of those who own controls; 7.2 d asks for documented information as evidence of it. Four of four who were asked had none.',
          owner: OWNERS.people_lead,
        },
      },
      'A.8.4': {
        result: 'finding',
        note: 'Settings of all repositories seen on screen.',
        finding: {
          kind: 'minor',
          statement:
            'Two repositories had no rule against unreviewed changes to their main branch, against the policy that every change is read by a second person. Nobody had looked since the rules were set.',
          owner: OWNERS.engineering_lead,
        },
      },
      'A.7.4': {
        result: 'finding',
        note: 'The entry was walked; the landlord was not asked.',
        finding: {
          kind: 'observation',
          statement:
            'The statement leaves the watch of the office’s entry to the landlord; nothing shows that the landlord watches.',
          owner: OWNERS.security_lead,
        },
      },
      '9.1': {
        result: 'finding',
        note: 'The four measures of the year were read.',
        finding: {
          kind: 'opportunity',
          statement:
            'Measures are read one by one. Set side by side, quarter by quarter, they would show a trend before a target is missed.',
          owner: OWNERS.security_lead,
        },
      },
      '9.3.1': { result: 'conforms', note: REVIEW_READ },
      '9.3.2': { result: 'conforms', note: REVIEW_READ },
      '9.3.3': { result: 'conforms', note: REVIEW_READ },
      '10.2': {
        result: 'not_audited',
        note: 'There was no nonconformity yet that a correction could be seen of.',
      },
    },
    report: {
      daysAgo: 112,
      summary:
        'Three days on clauses 4 to 10 and 24 controls of Annex A, chosen by risk. Nonconformities: none major, two minor (NC-1 competence of control owners, NC-2 rules of repositories). One observation (OBS-1, the office’s entry), one opportunity (OFI-1, measures side by side). Corrective action was left out, because there was none to see yet.\nThe management system is in place where it was looked at. What it lacks is proof that people know what they own.',
    },
  },
  {
    title: 'Technology, first half',
    planned: 32,
    from: 5,
    to: -6,
    auditor: AUDITORS.inside,
    criteria:
      'Secure configuration baselines, the cryptography and backup policies, contracts with customers.',
    scope: annex('A.8', [1, 24], [2, 4, 13]),
    looked: 'proved',
    said: {
      'A.8.9': {
        result: 'finding',
        note: 'The newest Prowler report was held against the baseline.',
        finding: {
          kind: 'minor',
          statement:
            'The bucket harbourline-prod-assets can be read by anybody, against the baseline, which allows no public bucket and names no exception for this one.',
          owner: OWNERS.platform_engineer,
        },
      },
    },
  },
  {
    title: 'Suppliers, rules of information, the office',
    planned: 20,
    from: -180,
    to: -182,
    auditor: AUDITORS.outside,
    criteria: 'Supplier policy, classification policy, contracts with suppliers.',
    scope: [...annex('A.5', [4, 14]), ...annex('A.5', [19, 23]), ...annex('A.7', [5, 10])],
    looked: 'none',
    said: {},
  },
];
