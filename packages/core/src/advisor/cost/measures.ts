// Where a budget can be cut: what it saves, what it costs at the audit, and which risk it takes. And where it cannot.
import type { ThreePoint } from '../../plan/index.ts';
import type { Situation } from '../situation.ts';
import type { FigureValue } from './figure.ts';
import type { FigureKey } from './figures/index.ts';
import type { CostRoute } from './path.ts';

export const MEASURE_KINDS = ['do_oneself', 'buy_less', 'smaller_scope', 'another_way'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** What a measure is applied to, and what it makes of it. */
export interface Budgeted {
  readonly route: CostRoute;
  readonly situation: Situation;
  readonly set: Readonly<Partial<Record<FigureKey, FigureValue>>>;
}

export interface Measure {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly title: string;
  /** 1: hardly any; 5: the credential itself is at stake. */
  readonly risk: 1 | 2 | 3 | 4 | 5;
  readonly riskIs: string;
  readonly atTheAudit: string;
  readonly source: string;
  /** Figures on which somebody's own value makes the measure moot: the offer is in hand. */
  readonly unless?: readonly FigureKey[];
  readonly apply: (to: Budgeted, number: (key: FigureKey) => number) => Budgeted;
}

const JUDGED = 'Judgement of the makers; the risk is a rank, not a measurement.';
/** Who does it the first time takes half as long again as who does it for a living. */
const BEGINNER = 1.5;

export const MEASURES: readonly Measure[] = [
  {
    id: 'several_offers',
    kind: 'buy_less',
    title: 'Ask three accredited bodies and three CPA firms for an offer',
    risk: 1,
    riskIs:
      'A body without accreditation, or a firm without peer review, is cheap and worth nothing to a buyer.',
    atTheAudit: 'Nothing, where accreditation and peer review were checked first.',
    source: `Fees for the same work differ several times over (Linford & Co). ${JUDGED}`,
    unless: ['rate.auditor', 'soc2.type1.fee', 'soc2.type2.fee', 'soc2.fee.spread'],
    apply: set({
      'rate.auditor': { min: 1000, mode: 1150, max: 1400 },
      'soc2.fee.spread': { min: 0.6, mode: 0.85, max: 1.1 },
    }),
  },
  {
    id: 'own_platform',
    kind: 'do_oneself',
    title: 'Run Assay on an own machine instead of a bought platform',
    risk: 1,
    riskIs: 'Somebody has to keep it running and backed up.',
    atTheAudit: 'Nothing: auditors look at evidence, not at the tool.',
    source: 'Assay runs on your own machine without a licence fee.',
    apply: set({ 'tooling.platform': 0 }),
  },
  {
    id: 'remote_audit',
    kind: 'buy_less',
    title: 'Be audited remotely where the body allows it',
    risk: 1,
    riskIs: 'Physical controls of a site with equipment are looked at there in any case.',
    atTheAudit: 'Good pictures and screens have to be ready; an audit day is lost quickly.',
    source: JUDGED,
    unless: ['travel.visit'],
    apply: set({ 'travel.visit': 0, 'travel.soc2.visits': 0 }),
  },
  {
    id: 'own_training',
    kind: 'do_oneself',
    title: 'Train with own material instead of courses',
    risk: 2,
    riskIs: 'Whoever leads learns the standard while building the system.',
    atTheAudit:
      'Competence has to be shown by records (ISO/IEC 27001 7.2); a test of understanding counts more than a certificate.',
    source: `ISO/IEC 27001 7.2 asks for competence, not for a course. ${JUDGED}`,
    apply: set({ 'training.courses': 0, 'training.person': 0 }),
  },
  {
    id: 'tools_in_use',
    kind: 'buy_less',
    title: 'Use what the cloud account and the code host bring',
    risk: 2,
    riskIs: 'Alerts and logs lie in several places; somebody has to look there.',
    atTheAudit: 'Retention and review of logs have to be shown for each place.',
    source: JUDGED,
    unless: ['tooling.base'],
    apply: set({ 'tooling.base': { min: 0, mode: 800, max: 2500 } }),
  },
  {
    id: 'security_only',
    kind: 'smaller_scope',
    title: 'Report on Security alone',
    risk: 2,
    riskIs: 'Buyers who ask for Availability or Confidentiality get no answer from the report.',
    atTheAudit: 'Fewer criteria are examined; nothing else changes.',
    source: 'The Security category is the only one that every SOC 2 report covers.',
    apply: set({ 'soc2.categories': 1 }),
  },
  {
    id: 'shortest_period',
    kind: 'smaller_scope',
    title: 'Begin with a Type II period of three months',
    risk: 2,
    riskIs: 'Some buyers accept six or twelve months only; the next report follows sooner.',
    atTheAudit: 'A control that runs quarterly has one occurrence: if it fails, the whole test fails.',
    source: 'Periods of three to twelve months are usual.',
    apply: (to, number) => (number('soc2.window.months') > 3 ? set({ 'soc2.window.months': 3 })(to) : to),
  },
  {
    id: 'own_readiness',
    kind: 'do_oneself',
    title: 'Prepare without outside help',
    risk: 3,
    riskIs: 'What nobody has seen before is found by the auditor.',
    atTheAudit:
      'Concerns at stage 1, or exceptions in the report, that somebody with experience would have seen.',
    source: `Own people take half as long again for each day not bought. ${JUDGED}`,
    apply: (to, number) => ({
      ...to,
      set: {
        ...to.set,
        'readiness.iso.days': 0,
        'readiness.soc2.days': 0,
        'readiness.own.iso.days': instead(number('readiness.iso.days')),
        'readiness.own.soc2.days': instead(number('readiness.soc2.days')),
      },
    }),
  },
  {
    id: 'own_internal_audit',
    kind: 'do_oneself',
    title: 'Have a colleague who is impartial do the internal audit',
    risk: 3,
    riskIs: 'Who built the system may not audit it: a small company may have nobody else.',
    atTheAudit:
      'An internal audit by whoever answers for the controls is a nonconformity (ISO/IEC 27001 9.2.2).',
    source: 'ISO/IEC 27001 9.2.2 b: objectivity and impartiality.',
    apply: set({ 'iso.internal_audit.days': 0 }),
  },
  {
    id: 'smaller_test',
    kind: 'buy_less',
    title: 'Test the system that customers use, and no other',
    risk: 3,
    riskIs: 'What lies behind it stays untested.',
    atTheAudit: 'An auditor asks why systems with customer data are left out of the test.',
    source: JUDGED,
    unless: ['pentest.days_first', 'pentest.days_more'],
    apply: set({ 'pentest.days_first': 4, 'pentest.days_more': 0 }),
  },
  {
    id: 'one_site',
    kind: 'smaller_scope',
    title: 'Certify the central site alone',
    risk: 3,
    riskIs: 'The certificate names its sites: a customer who is served from another finds it missing.',
    atTheAudit: 'Interfaces to what is left out have to be described (ISO/IEC 27001 4.3 c).',
    source: 'ISO/IEC 27001 4.3; certificates name sites (ISO/IEC 17021-1 8.2.2).',
    apply: (to) => ({ ...to, situation: { ...to.situation, sites: Math.min(1, to.situation.sites) } }),
  },
  {
    id: 'fewer_systems',
    kind: 'smaller_scope',
    title: 'Leave systems out that customers do not depend on',
    risk: 3,
    riskIs: 'What is left out may not be promised to anybody.',
    atTheAudit:
      'The description has to draw the line; a system that turns out to matter widens the scope late.',
    source: 'SOC 2 description criteria DC 3; ISO/IEC 27001 4.3.',
    apply: (to) => ({ ...to, situation: { ...to.situation, systems: Math.ceil(to.situation.systems / 2) } }),
  },
  {
    id: 'skip_type1',
    kind: 'another_way',
    title: 'Go to the Type II directly',
    risk: 3,
    riskIs: 'There is nothing to show until the period has ended and the report is written.',
    atTheAudit: 'Design is looked at for the first time with the period already running.',
    source: 'No Type I is needed before a Type II (Vanta, frequently asked questions).',
    apply: (to) =>
      to.route.credentials.includes('soc2_type2')
        ? {
            ...to,
            route: { ...to.route, credentials: to.route.credentials.filter((each) => each !== 'soc2_type1') },
          }
        : to,
  },
];

/** What looks like saving and is paid for at the audit; the variant never proposes it. */
export const FALSE_ECONOMIES: readonly {
  readonly id: string;
  readonly title: string;
  readonly atTheAudit: string;
  readonly source: string;
}[] = [
  {
    id: 'no_internal_audit',
    title: 'Leave out internal audit or management review',
    atTheAudit: 'Stage 1 finds the system not ready; stage 2 is put off, and audit days are paid twice.',
    source: 'ISO/IEC 27001 9.2 and 9.3; ISO/IEC 17021-1 9.3.1.2.',
  },
  {
    id: 'no_accreditation',
    title: 'Buy a certificate without accreditation',
    atTheAudit: 'It is cheap, and a buyer who looks refuses it: everything is paid again.',
    source: 'Bodies are accredited by a signatory of the GAC MRA (formerly IAF MLA).',
  },
  {
    id: 'gaps_in_period',
    title: 'Let reviews slip while the period runs',
    atTheAudit:
      'Each missing occurrence is an exception; several qualify the opinion, or the period begins again.',
    source: 'AT-C 205: controls are tested over the whole period.',
  },
  {
    id: 'copied_policies',
    title: 'Adopt policies from a template that nobody has read',
    atTheAudit: 'People are asked what they do; what differs from the paper is a nonconformity.',
    source: 'ISO/IEC 27001 7.3 and 5.2; ISO/IEC 17021-1 9.3.1.3.',
  },
  {
    id: 'copied_risks',
    title: 'Copy a risk assessment',
    atTheAudit:
      'Treatment and statement of applicability rest on it: a major nonconformity where they do not fit.',
    source: 'ISO/IEC 27001 6.1.2 and 6.1.3.',
  },
];

function set(figures: Readonly<Partial<Record<FigureKey, FigureValue>>>): (to: Budgeted) => Budgeted {
  return (to) => ({ ...to, set: { ...to.set, ...figures } });
}

/** Own days for days that are not bought. */
function instead(bought: number): ThreePoint {
  const mode = BEGINNER * bought;
  return { min: mode * 0.7, mode, max: mode * 2 };
}
