// What the audit itself costs, and when credentials can be in hand.
import { PUBLISHED_RANGES } from '../anchors.ts';
import type { ByPeople, FigureRow } from '../figure.ts';
import { ARTICLE, assumed, known, LINFORD } from './sources.ts';

const SCORES = 'Scored 1 (lowers audit time), 2 or 3 (raises it), as certification bodies do (Cercoms).';

export const AUDIT_FIGURES = {
  'rate.auditor': assumed('Day rate of the certification body', 'money_day', {
    min: 1000,
    mode: 1300,
    max: 1900,
  }),
  'iso.fee': assumed('Application and certificate', 'money', { min: 300, mode: 1000, max: 2500 }),
  'iso.factor.processes': known('Processes', 'score', { value: 2, source: SCORES }),
  'iso.factor.development': known('Development of software', 'score', { value: 2, source: SCORES }),
  'iso.factor.outsourcing': known('Outsourcing', 'score', { value: 2, source: SCORES }),
  'iso.factor.step': assumed('What each step of a score changes of the audit time', 'share', 0.1),
  'iso.reduction.cap': known('Most that audit time may be reduced', 'share', {
    value: 0.3,
    source: 'ISO/IEC 27006-1: reductions of at most 30 %.',
  }),
  'iso.days_a_site': assumed('Audit of each further site that is visited', 'days', 1),
  'iso.internal_audit.days': assumed('Internal audit by an outside auditor', 'days', { at10: 2, at1000: 10 }),
  'soc2.type1.fee': known('Fee of the CPA firm for a Type I, Security alone, one system', 'money', {
    value: ends(PUBLISHED_RANGES.soc2_type1.money),
    source: `${ARTICLE} Between: even steps on a logarithmic scale.`,
  }),
  'soc2.type2.fee': known('Fee of the CPA firm for a Type II, Security alone, one system', 'money', {
    value: ends(PUBLISHED_RANGES.soc2_type2.money),
    source: `${ARTICLE} Between: even steps on a logarithmic scale; at 100 people near the median of 30,000 that Linford & Co names.`,
  }),
  'soc2.fee.spread': assumed('Offers of CPA firms as a multiple of the middle one', 'factor', {
    min: 0.6,
    mode: 1,
    max: 1.7,
  }),
  'soc2.categories': known('Categories of the Trust Services Criteria in scope', 'count', {
    value: 1,
    source: `Security alone is the least. ${LINFORD}`,
  }),
  'soc2.category.step': assumed('What each further category adds to the fee', 'share', 0.15),
  'soc2.system.step': assumed('What each further system adds to the fee', 'share', 0.02),
  'soc2.renewal': assumed('Fee of a following report as a share of the first', 'share', 0.9),
  'soc2.window.months': known('Length of the first Type II period', 'months', {
    value: 3,
    source:
      'Three to twelve months are usual; three is the shortest, and what the plan starts from. Where a plan is, the months that it has ahead stand.',
  }),
  'soc2.report.months': assumed('From the end of a period to the report', 'months', 1.5),
  'bundle.saving': assumed('Saving where one firm audits both at once', 'share', {
    min: 0,
    mode: 0.1,
    max: 0.2,
  }),
  'time.iso27001': known('Months to the certificate from nothing', 'months', {
    value: ends(PUBLISHED_RANGES.iso27001.months),
    source: ARTICLE,
  }),
  'time.soc2_type1': known('Months to a Type I from nothing', 'months', {
    value: ends(PUBLISHED_RANGES.soc2_type1.months),
    source: ARTICLE,
  }),
  'time.second': assumed(
    'Months to be ready for a second credential, as a share of those for a first',
    'share',
    0.5,
  ),
} satisfies Readonly<Record<string, FigureRow>>;

function ends({ low, high }: { readonly low: number; readonly high: number }): ByPeople {
  return { at10: low, at1000: high };
}
