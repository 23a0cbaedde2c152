// Facts of options as a company of about forty people with nothing in place would have them; a case changes what it is about.
import { addDays, branded, type PlainDate } from '../../kernel/index.ts';
import { LEADS_TO, type AdviceOption, type Credential } from '../../plan/index.ts';
import { describe } from '../describe.ts';
import type { OptionFacts } from '../facts.ts';
import type { Answers, Described } from '../situation.ts';

const TODAY: PlainDate = branded<PlainDate>('2026-12-01');

export function day(text: string): PlainDate {
  return branded<PlainDate>(text);
}

export function inDays(days: number): PlainDate {
  return addDays(TODAY, days);
}

export function company(answers: Answers): Described {
  return describe(answers, {}, TODAY);
}

/** Days until each credential is in hand: early, middle and late course. */
type Days = readonly [number, number, number];

const READY: Readonly<Record<AdviceOption, readonly Days[]>> = {
  iso_first: [[300, 370, 460]],
  type1_then_type2: [
    [120, 150, 190],
    [290, 340, 420],
  ],
  type2_directly: [[250, 300, 380]],
  both_in_parallel: [
    [310, 385, 480],
    [280, 340, 430],
  ],
  nothing_yet: [],
};

const MONEY: Readonly<
  Record<AdviceOption, { readonly year: number; readonly three: number; readonly days: number }>
> = {
  iso_first: { year: 95_000, three: 190_000, days: 140 },
  type1_then_type2: { year: 90_000, three: 200_000, days: 135 },
  type2_directly: { year: 80_000, three: 180_000, days: 130 },
  both_in_parallel: { year: 125_000, three: 270_000, days: 150 },
  nothing_yet: { year: 0, three: 0, days: 0 },
};

/** Facts of one option, `sooner` days earlier than usual. */
export function factsOf(
  option: AdviceOption,
  change: Partial<OptionFacts> & { readonly sooner?: number } = {},
): OptionFacts {
  const { sooner = 0, ...rest } = change;
  const { year, three, days } = MONEY[option];
  const none = option === 'nothing_yet';
  return {
    option,
    credentials: LEADS_TO[option].map((credential: Credential, i) => {
      const [p10, p50, p90] = READY[option][i] ?? [0, 0, 0];
      return {
        credential,
        ready: { p10: inDays(p10 - sooner), p50: inDays(p50 - sooner), p90: inDays(p90 - sooner) },
      };
    }),
    firstYear: around(year),
    spentFirstYear: around(year / 2),
    threeYears: around(three),
    personDays: around(days),
    windowDays: LEADS_TO[option].includes('soc2_type2') ? 90 : 0,
    windowAhead: LEADS_TO[option].includes('soc2_type2') ? 90 : 0,
    groundwork: [],
    windowRisk: none || option === 'iso_first' ? 0 : 0.15,
    reuse: none ? 0 : 0.87,
    ...rest,
  };
}

export const USUAL: readonly OptionFacts[] = [
  factsOf('iso_first'),
  factsOf('type1_then_type2'),
  factsOf('type2_directly'),
  factsOf('both_in_parallel'),
  factsOf('nothing_yet'),
];

function around(middle: number): OptionFacts['firstYear'] {
  return { p10: Math.round(middle * 0.75), p50: middle, p90: Math.round(middle * 1.4) };
}
