// Work of own people: what a day costs, how far estimates of effort are off, what keeps a credential alive.
import { LEAD_TIMES, PACE, type Lane, type Lead, type ThreePoint } from '../../../plan/index.ts';
import type { FigureRow } from '../figure.ts';
import { assumed } from './sources.ts';

/** Tasks of a way beside controls that own people do, by lane. */
export const GROUNDWORK_LEADS = {
  shared: ['scope', 'risk_assessment'],
  iso: ['statement', 'internal_audit', 'management_review'],
  soc2: ['description', 'evaluation'],
} as const satisfies Readonly<Record<Lane, readonly Lead[]>>;

export const OWN_FIGURES = {
  'rate.founder': assumed('Day rate of a founder', 'money_day', 900),
  'rate.security_lead': assumed('Day rate of a security lead', 'money_day', 700),
  'rate.engineering_lead': assumed('Day rate of an engineering lead', 'money_day', 750),
  'rate.platform_engineer': assumed('Day rate of a platform engineer', 'money_day', 600),
  'rate.people_lead': assumed('Day rate of a people lead', 'money_day', 450),
  'rate.it_admin': assumed('Day rate of an IT administrator', 'money_day', 400),
  'rate.product_lead': assumed('Day rate of a product lead', 'money_day', 650),
  'rate.finance_lead': assumed('Day rate of a finance lead', 'money_day', 600),
  'rate.legal_counsel': assumed('Day rate of legal counsel', 'money_day', 900),
  'effort.spread': assumed('Real effort as a multiple of the estimate', 'factor', PACE),
  'groundwork.shared.days': assumed('Scope and risk assessment', 'days', leads('shared')),
  'groundwork.iso.days': assumed(
    'Statement of applicability, internal audit, management review',
    'days',
    leads('iso'),
  ),
  'groundwork.soc2.days': assumed(
    'Description of the system and evaluation of controls',
    'days',
    leads('soc2'),
  ),
  'readiness.own.iso.days': assumed('Own work instead of outside help for ISO/IEC 27001', 'days', 0),
  'readiness.own.soc2.days': assumed('Own work instead of outside help for SOC 2', 'days', 0),
  'upkeep.shared.days': assumed('Yearly upkeep of controls that serve both', 'days', {
    at10: 15,
    at1000: 90,
  }),
  'upkeep.iso.days': assumed('Yearly upkeep of the management system', 'days', { at10: 6, at1000: 30 }),
  'upkeep.soc2.days': assumed('Yearly upkeep of what SOC 2 alone asks', 'days', { at10: 5, at1000: 24 }),
  'soc2.operation.days': assumed('Gathering evidence in each month of a Type II period', 'days', {
    at10: 1,
    at1000: 8,
  }),
} satisfies Readonly<Record<string, FigureRow>>;

/** What the plan reckons with for these tasks together. */
function leads(lane: Lane): ThreePoint {
  const sum = (of: keyof ThreePoint): number =>
    GROUNDWORK_LEADS[lane].reduce((days, name) => days + LEAD_TIMES[name].days[of], 0);
  return { min: sum('min'), mode: sum('mode'), max: sum('max') };
}
