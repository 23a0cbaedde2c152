// Figures that follow from others and from the situation. Who has an offer in hand replaces them by what it says.
import type { OwnerRole } from '../../../controls/index.ts';
import type { DerivedRow } from '../figure.ts';
import { ASSUMED, LINFORD, MULTISITE, TABLE } from './sources.ts';

const ROLE_DAYS = 'Sum of what remains for the role, of the lanes that the option needs';
const GAPS = 'Open gaps of this organisation, or what was entered.';

function remaining(role: string): DerivedRow {
  return {
    label: `Work that remains for the ${role}`,
    unit: 'days',
    rule: ROLE_DAYS,
    source: GAPS,
    assumption: false,
  };
}

const EFFORT = {
  'effort.days.founder': remaining('founder'),
  'effort.days.security_lead': remaining('security lead'),
  'effort.days.engineering_lead': remaining('engineering lead'),
  'effort.days.platform_engineer': remaining('platform engineer'),
  'effort.days.people_lead': remaining('people lead'),
  'effort.days.it_admin': remaining('IT administrator'),
  'effort.days.product_lead': remaining('product lead'),
  'effort.days.finance_lead': remaining('finance lead'),
  'effort.days.legal_counsel': remaining('legal counsel'),
} satisfies Readonly<Record<`effort.days.${OwnerRole}`, DerivedRow>>;

const SCORE =
  'Scored 1, 2 or 3, as certification bodies do (Cercoms); the rule for the score is an assumption.';

export const DERIVED = {
  ...EFFORT,
  'iso.factor.business': {
    label: 'Kind of business and data',
    unit: 'score',
    rule: '3 with health, payment or government data, else 2',
    source: SCORE,
    assumption: true,
  },
  'iso.factor.maturity': {
    label: 'Maturity of the management system',
    unit: 'score',
    rule: '1 with another certified management system, else 2',
    source: SCORE,
    assumption: true,
  },
  'iso.factor.complexity': {
    label: 'Complexity of IT',
    unit: 'score',
    rule: '3 from twenty systems on, else 2',
    source: SCORE,
    assumption: true,
  },
  'iso.days.table': {
    label: 'Audit days by the table',
    unit: 'days',
    rule: 'The row of the number of people',
    source: TABLE,
    assumption: false,
  },
  'iso.adjustment': {
    label: 'Adjustment by factors',
    unit: 'factor',
    rule: '1 + step × sum of (score − 2) over six factors, not below 1 − cap',
    source: SCORE,
    assumption: true,
  },
  'iso.sites.initial': {
    label: 'Further sites visited at the initial audit',
    unit: 'count',
    rule: 'Root of the further sites, rounded up',
    source: MULTISITE,
    assumption: false,
  },
  'iso.sites.surveillance': {
    label: 'Further sites visited at a surveillance audit',
    unit: 'count',
    rule: '0.6 × root of the further sites, rounded up',
    source: MULTISITE,
    assumption: false,
  },
  'iso.sites.recertification': {
    label: 'Further sites visited at recertification',
    unit: 'count',
    rule: '0.8 × root of the further sites, rounded up',
    source: MULTISITE,
    assumption: false,
  },
  'iso.visits.initial': {
    label: 'Visits for the initial audit',
    unit: 'count',
    rule: 'The central site + further sites visited',
    source: MULTISITE,
    assumption: false,
  },
  'iso.visits.surveillance': {
    label: 'Visits for a surveillance audit',
    unit: 'count',
    rule: 'The central site + further sites visited',
    source: MULTISITE,
    assumption: false,
  },
  'iso.days.initial': {
    label: 'Audit days of stage 1 and stage 2',
    unit: 'days',
    rule: 'Table × adjustment + days a site × sites, up to the next half day',
    source: TABLE,
    assumption: false,
  },
  'iso.days.surveillance': {
    label: 'Audit days of a surveillance audit',
    unit: 'days',
    rule: 'A third of table × adjustment + days a site × sites, up to the next half day',
    source: 'About a third of the initial audit a year.',
    assumption: false,
  },
  'iso.days.recertification': {
    label: 'Audit days of recertification',
    unit: 'days',
    rule: 'Two thirds of table × adjustment + days a site × sites, up to the next half day',
    source: 'About two thirds of the initial audit.',
    assumption: false,
  },
  'soc2.scope': {
    label: 'Fee by scope as a multiple of Security alone, one system',
    unit: 'factor',
    rule: '(1 + category step × further categories) × (1 + system step × further systems, 20 at most)',
    source: LINFORD,
    assumption: true,
  },
  'pentest.days': {
    label: 'Penetration test',
    unit: 'days',
    rule: 'Days of the first system + days of each further one',
    source: ASSUMED,
    assumption: true,
  },
} satisfies Readonly<Record<string, DerivedRow>>;
