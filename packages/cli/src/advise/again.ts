// An advice that a server answered, computed again from what it says of the company: the same by construction.
import { answersField, answersOf, type AdviceSaid } from '@assay/contract';
import {
  adviseWhole,
  describe,
  parsePlainDate,
  SITUATION_FIELDS,
  type Circumstances,
  type Described,
  type FieldOrigin,
  type FigureOverride,
  type PlainDate,
  type SituationField,
  type WholeAdvice,
} from '@assay/core';
import { snakeField } from '@assay/contract';
import { CommandEnd, EXIT } from '../exit.ts';

export function adviseAgain(said: AdviceSaid): WholeAdvice {
  const { today, ...fields } = said.situation;
  const day = parsePlainDate(today);
  if (!day) throw new CommandEnd(EXIT.error, `The server says that today is ${today}.`);
  const given = answersField.parse(
    Object.fromEntries(Object.entries(withoutNulls(fields)).filter(([, value]) => value !== null)),
  );
  const { situation } = describe(answersOf(given), {}, day);
  const made = adviseWhole({ situation, origins: originsOf(said) }, overridesOf(said), circumstancesOf(said));
  if (made.ok) return made.value;
  throw new CommandEnd(EXIT.error, made.error[0]?.message ?? 'The advice cannot be computed again.');
}

function withoutNulls(fields: Omit<AdviceSaid['situation'], 'today'>) {
  return {
    ...fields,
    deals: fields.deals.map(({ period_days, ...deal }) =>
      period_days === null ? deal : { ...deal, period_days },
    ),
  };
}

function originsOf({ origins }: AdviceSaid): Described['origins'] {
  const found = SITUATION_FIELDS.map((field): readonly [SituationField, FieldOrigin] => [
    field,
    origins[snakeField(field)] ?? 'assumed',
  ]);
  const all = new Map(found);
  const of = (field: SituationField): FieldOrigin => all.get(field) ?? 'assumed';
  return {
    buyers: of('buyers'),
    asked: of('asked'),
    deals: of('deals'),
    clauses: of('clauses'),
    publicProof: of('publicProof'),
    wantsBoth: of('wantsBoth'),
    people: of('people'),
    sites: of('sites'),
    systems: of('systems'),
    data: of('data'),
    existing: of('existing'),
    capacity: of('capacity'),
    budget: of('budget'),
    runwayMonths: of('runwayMonths'),
    currency: of('currency'),
    rates: of('rates'),
  };
}

function circumstancesOf({ plan }: AdviceSaid): Circumstances {
  const { gone, period, dates, holidays, ...rest } = plan;
  return {
    gone,
    ground: {
      ...rest,
      period: period ? { from: dayIn(period.from), until: dayIn(period.until) } : undefined,
      dates: dates.map((each) => ({ ...each, date: dayIn(each.date) })),
      holidays: holidays.map(dayIn),
    },
  };
}

function dayIn(text: string): PlainDate {
  const day = parsePlainDate(text);
  if (day) return day;
  throw new CommandEnd(EXIT.error, `The server says a day that is none: ${text}.`);
}

function overridesOf({ figures }: AdviceSaid): Readonly<Record<string, FigureOverride>> {
  return Object.fromEntries(
    figures.flatMap(({ key, said }) => {
      const when = said && parsePlainDate(said.at.slice(0, 10));
      if (!said || !when) return [];
      const { value, currency, because, by } = said;
      return [
        [key, { value, who: by, why: because, when, ...(currency === null ? {} : { currency }) }] as const,
      ];
    }),
  );
}
