// Papers of the demo company: for each control that a person performs, what an auditor would be shown.
import { addDays, type Control, type EvidenceKind, type PlainDate } from '@assay/core';
import { PLANNED, REFUSED, STORIES, UNDECIDED, type Story } from './company.ts';

export interface Paper {
  readonly title: string;
  readonly filename: string;
  readonly text: string;
  readonly kind: EvidenceKind;
  readonly owner: string;
  readonly controls: readonly string[];
  readonly performedAt: PlainDate;
  readonly review:
    | { readonly state: 'accepted' | 'pending' }
    | { readonly state: 'rejected'; readonly reason: string };
}

/** People of the demo company by the role that owns a control. */
const PEOPLE: Readonly<Record<Control['ownerRole'], string>> = {
  founder: 'Tomas Lindqvist',
  security_lead: 'Ines Okafor',
  engineering_lead: 'Marek Dubois',
  platform_engineer: 'Adaeze Romano',
  people_lead: 'Hanna Petrov',
  it_admin: 'Joris van Leeuwen',
  product_lead: 'Noor Haddad',
  finance_lead: 'Elif Brandt',
  legal_counsel: 'Sofia Marchetti',
};

const KIND: Readonly<Record<Control['kind'], EvidenceKind>> = {
  policy: 'document',
  manual: 'record',
  event: 'population',
  automated: 'configuration',
};

/** Automated controls that no scanner of the demo covers: a person brings their configuration. */
const BY_HAND = new Set([
  'Uptime and service levels',
  'Capacity management',
  'Separated environments',
  'Clock synchronisation',
  'Session and device access rules',
  'Stored data integrity',
  'Input validation and processing checks',
  'Output and delivery checks',
  'Media and removable storage',
  'Software installation control',
  'Source code access',
  'Branch protection and review enforcement',
  'Collector and evidence health',
  'Malware protection',
  'Software bill of materials',
]);

export function demoPapers(controls: readonly Control[], today: PlainDate): readonly Paper[] {
  const skipped = new Set([...PLANNED, ...UNDECIDED, ...Object.keys(REFUSED)]);
  return controls
    .filter(
      (control) => !skipped.has(control.name) && (control.kind !== 'automated' || BY_HAND.has(control.name)),
    )
    .flatMap((control, i) => {
      const story = STORIES[control.name] ?? {};
      return story.none ? [] : [paper(control, { story, today, spread: i })];
    });
}

function paper(
  control: Control,
  of: { readonly story: Story; readonly today: PlainDate; readonly spread: number },
): Paper {
  const { story } = of;
  // Spread over the window so that no two weeks look alike, always younger than the control's freshness.
  const performedAt = addDays(
    of.today,
    -(story.daysAgo ?? 3 + ((of.spread * 17) % Math.min(85, Math.max(4, control.freshnessDays - 4)))),
  );
  const owner = PEOPLE[control.ownerRole];
  const state = story.review ?? 'accepted';
  return {
    title: `${control.name}, ${performedAt.slice(0, 7)}`,
    filename: `${control.code}_${performedAt}_${control.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.md`,
    text: textOf(control, owner, performedAt),
    kind: KIND[control.kind],
    owner,
    controls: [control.code],
    performedAt,
    review:
      state === 'rejected'
        ? { state, reason: story.reason ?? 'It does not show what was asked.' }
        : { state },
  };
}

function textOf(control: Control, owner: string, day: PlainDate): string {
  return [
    `# ${control.name}`,
    '',
    `Control ${control.code} · performed ${day} · by ${owner}, Harbourline`,
    '',
    '## What was done',
    '',
    control.activity,
    '',
    '## What this record shows',
    '',
    control.evidence.good,
    '',
    'Demo data: Harbourline is an invented company.',
    '',
  ].join('\n');
}
