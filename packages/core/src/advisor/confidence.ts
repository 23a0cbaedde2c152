// How sure the advice is: which of the inputs that nobody gave would change it within what is plausible.
import { listWords, addDays } from '../kernel/index.ts';
import type { AdviceOption } from '../plan/index.ts';
import type { Decision } from './decide.ts';
import { SITUATION_FIELDS } from './describe.ts';
import type { Advised } from './flips/search.ts';
import { scaled } from './flips/company.ts';
import { isoAnchor } from './score.ts';
import type { Described, Situation, SituationField } from './situation.ts';
import { FIELD_WORDS, OPTION_WORDS, sentence } from './words.ts';

/** A field that nobody answered, with what the advice would be across what is plausible. */
export interface Sensitivity {
  readonly field: SituationField;
  readonly options: readonly AdviceOption[];
}

export interface Confidence {
  /** firm: nothing that was assumed would change it, and the runner-up is clearly behind; open: much would. */
  readonly degree: 'firm' | 'leaning' | 'open';
  /** Points between the advice and the runner-up. */
  readonly lead: number;
  /** Assumed inputs that would change it, the one that matters most first. */
  readonly sensitive: readonly Sensitivity[];
  readonly sentence: string;
}

/** A lead that no rounding and no small slip makes up for. */
export const CLEAR_LEAD = 5;
/** So many assumed inputs that change the advice make it an opening for questions. */
const MANY = 3;

export interface Plausible {
  /** The values that are tried, in words. */
  readonly words: string;
  readonly situations: (situation: Situation) => readonly Situation[];
}

/** What is tried for each input that nobody gave. */
export const PLAUSIBLE: Readonly<Record<SituationField, Plausible>> = {
  buyers: {
    words:
      'All buyers in the United States (SaaS), all in the European Union (large enterprises), half and half',
    situations: (s) =>
      [100, 0, 50].map((percent) => ({
        ...s,
        buyers: [
          { region: 'united_states' as const, segment: 'saas' as const, percent },
          { region: 'european_union' as const, segment: 'enterprise' as const, percent: 100 - percent },
        ].filter((each) => each.percent > 0),
      })),
  },
  asked: {
    words: 'Five requests for SOC 2, five for ISO 27001',
    situations: (s) =>
      (['soc2_any', 'iso27001'] as const).map((need) => ({ ...s, asked: [{ need, count: 5 }] })),
  },
  deals: {
    words:
      'A deal as large as the planning anchor that needs SOC 2 in six months, one that needs ISO 27001 in twelve',
    situations: (s) =>
      (
        [
          ['soc2_any', 183],
          ['iso27001', 365],
        ] as const
      ).map(([needs, days]) => ({
        ...s,
        deals: [
          {
            name: 'a deal',
            amount: Math.round(isoAnchor(s)),
            currency: s.currency,
            due: addDays(s.today, days),
            needs,
          },
        ],
      })),
  },
  clauses: {
    words: 'A contract that names ISO 27001 in eighteen months, one that names a Type II',
    situations: (s) =>
      (['iso27001', 'soc2_type2'] as const).map((needs) => ({
        ...s,
        clauses: [{ name: 'a contract', kind: 'contract' as const, needs, due: addDays(s.today, 548) }],
      })),
  },
  publicProof: {
    words: 'Useful, needed',
    situations: (s) => (['useful', 'needed'] as const).map((publicProof) => ({ ...s, publicProof })),
  },
  wantsBoth: { words: 'Wished', situations: (s) => [{ ...s, wantsBoth: true }] },
  people: {
    words: 'Half and twice as many',
    situations: (s) =>
      [Math.max(1, Math.round(s.people / 2)), s.people * 2].map((people) => ({ ...s, people })),
  },
  sites: { words: 'Three', situations: (s) => [{ ...s, sites: 3 }] },
  systems: { words: 'Two, fifteen', situations: (s) => [2, 15].map((systems) => ({ ...s, systems })) },
  data: { words: 'Health data besides', situations: (s) => [{ ...s, data: [...s.data, 'health'] }] },
  existing: {
    words: 'Half of the work done, 60 days of evidence',
    situations: (s) => [
      {
        ...s,
        existing: {
          ...s.existing,
          remaining: s.existing.remaining.map((each) => ({ ...each, days: each.days / 2 })),
        },
      },
      { ...s, existing: { ...s.existing, evidenceDays: 60 } },
    ],
  },
  capacity: {
    words: 'Half and twice as much',
    situations: (s) => [0.5, 2].map((by) => ({ ...s, capacity: scaled(s.capacity, by) })),
  },
  budget: {
    words: 'Half of the planning anchor',
    situations: (s) => [{ ...s, budget: Math.round(isoAnchor(s) / 2) }],
  },
  runwayMonths: {
    words: 'Twelve months, eighteen',
    situations: (s) => [12, 18].map((runwayMonths) => ({ ...s, runwayMonths })),
  },
  currency: { words: 'None: it changes no proportion', situations: () => [] },
  rates: { words: 'None: a rate that is needed is asked for', situations: () => [] },
};

export function confidenceOf(
  { situation, origins }: Described,
  decision: Decision,
  advised: Advised,
): Confidence {
  const { recommended, ranking } = decision;
  const lead = Math.round(((ranking[0]?.points ?? 0) - (ranking[1]?.points ?? 0)) * 100) / 100;
  const sensitive = SITUATION_FIELDS.filter((field) => origins[field] === 'assumed')
    .map((field): Sensitivity => {
      const found = PLAUSIBLE[field].situations(situation).flatMap((each) => advised(each) ?? []);
      return { field, options: [...new Set(found)].filter((each) => each !== recommended) };
    })
    .filter(({ options }) => options.length > 0)
    // What opens most answers first; of equals the one that is asked first.
    .toSorted((a, b) => b.options.length - a.options.length);
  const clear = lead >= CLEAR_LEAD || (ranking[1]?.limits.length ?? 0) > 0;
  const degree = sensitive.length === 0 && clear ? 'firm' : sensitive.length >= MANY ? 'open' : 'leaning';
  return { degree, lead, sensitive, sentence: said(sensitive, decision, clear) };
}

function said(sensitive: readonly Sensitivity[], { ranking }: Decision, clear: boolean): string {
  const [most] = sensitive;
  const close = clear || !ranking[1] ? '' : ` ${sentence(OPTION_WORDS[ranking[1].option])} is close behind.`;
  if (most === undefined)
    return `Nothing that was assumed would change the advice within what is plausible.${close}`;
  const options = listWords(
    most.options.map((each) => `“${OPTION_WORDS[each]}”`),
    'or',
  );
  const others = sensitive.slice(1).map(({ field }) => FIELD_WORDS[field]);
  const many = others.length > 0 ? ` ${sentence(listWords(others))} could change it, too.` : '';
  return `Of what nobody said, ${FIELD_WORDS[most.field]} ${verb(most.field)} most: within what is plausible the advice could become ${options}.${many}${close}`;
}

function verb(field: SituationField): string {
  return field === 'deals' || field === 'clauses' ? 'matter' : 'matters';
}
