// An advice that a server answered, back in the words of core: whoever hears it can compute from it again.
import {
  describe,
  parsePlainDate,
  type Circumstances,
  type Described,
  type FieldOrigin,
  type FigureOverrides,
  type PlainDate,
  type Situation,
  type SituationField,
} from '@assay/core';
import type { z } from 'zod';
import type { adviceOut } from './advisor.ts';
import { answersField, answersOf, snakeField } from './situation.ts';

type Said = z.output<typeof adviceOut>;

/** What the advice was made from; undefined where the answer holds a day that is none. */
export function describedHeard({ situation, origins }: Said): Described | undefined {
  const heard = situationHeard(situation);
  const of = (field: SituationField): FieldOrigin => origins[snakeField(field)] ?? 'assumed';
  return (
    heard && {
      situation: heard,
      origins: {
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
      },
    }
  );
}

export function situationHeard({
  today,
  budget,
  runway_months,
  deals,
  ...rest
}: Said['situation']): Situation | undefined {
  const day = parsePlainDate(today);
  const read = answersField.safeParse({
    ...rest,
    deals: deals.map(({ period_days, ...deal }) => (period_days === null ? deal : { ...deal, period_days })),
    ...(budget === null ? {} : { budget }),
    ...(runway_months === null ? {} : { runway_months }),
  });
  return day && read.success ? describe(answersOf(read.data), {}, day).situation : undefined;
}

/** Figures that somebody knows better, of those that the advice rests on. */
export function overridesHeard({ figures }: Pick<Said, 'figures'>): FigureOverrides {
  return Object.fromEntries(
    figures.flatMap(({ key, said }) => {
      const when = said && parsePlainDate(said.at.slice(0, 10));
      if (!said || !when) return [];
      const { value, currency, because, by } = said;
      return [[key, { value, who: by, why: because, when, ...(currency === null ? {} : { currency }) }]];
    }),
  );
}

/** What the plan knew beside the answers; a day that is none is left out. */
export function circumstancesHeard({ plan }: Pick<Said, 'plan'>): Circumstances {
  const { gone, period, dates, holidays, ...rest } = plan;
  const [from, until] = [parsePlainDate(period?.from ?? ''), parsePlainDate(period?.until ?? '')];
  const days = (text: string): readonly PlainDate[] => {
    const day = parsePlainDate(text);
    return day ? [day] : [];
  };
  return {
    gone,
    ground: {
      ...rest,
      period: from && until ? { from, until } : undefined,
      dates: dates.flatMap((each) => days(each.date).map((date) => ({ ...each, date }))),
      holidays: holidays.flatMap(days),
    },
  };
}
