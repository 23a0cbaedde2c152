// A company in a file, for an advice without a server: strict, so that a slip of the hand is told with its place.
import { answersOf, companyFile, snakeField } from '@assay/contract';
import { adviseWhole, describe, type FigureOverride, type PlainDate, type WholeAdvice } from '@assay/core';

/** What cannot be advised on: the field, and what is wrong there. */
export interface CompanyFault {
  readonly pointer: string;
  readonly message: string;
}

/** The advice for what a file says; `today` counts where the file does not say it. */
export function adviseCompany(given: unknown, today: PlainDate): WholeAdvice | CompanyFault {
  const parsed = companyFile.safeParse(given);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const unknown = first?.code === 'unrecognized_keys' ? first.keys.slice(0, 1) : [];
    return {
      pointer: `/${[...(first?.path ?? []), ...unknown].join('/')}`,
      message: unknown.length > 0 ? 'is no field of a company' : (first?.message ?? 'is wrong'),
    };
  }
  const { today: said, figures, ...answers } = parsed.data;
  const day = said ?? today;
  const overrides = Object.entries(figures).map(([key, { value, currency, because }]) => {
    const override: FigureOverride = {
      value,
      who: 'the file',
      why: because,
      when: day,
      ...(currency === undefined ? {} : { currency }),
    };
    return [key, override] as const;
  });
  const made = adviseWhole(describe(answersOf(answers), {}, day), Object.fromEntries(overrides));
  if (made.ok) return made.value;
  const [fault] = made.error;
  return { pointer: snakeField(fault?.pointer ?? '/'), message: fault?.message ?? 'cannot be' };
}
