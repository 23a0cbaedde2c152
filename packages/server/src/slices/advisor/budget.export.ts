// What every way costs, line by line, as a workbook or as CSV.
import { adviceSaid } from '@assay/contract';
import { dateOfInstant, ok, type Result } from '@assay/core';
import { attachmentOf } from '../../app/attachment.ts';
import type { Refusal } from '../../app/refusal.ts';
import type { OrgScope } from '../access/access.module.ts';
import type { Instant } from '@assay/core';
import { csvOf, workbookOf, type Sheet } from '../documents/documents.module.ts';
import { presentAdvice, type AdviceGround } from './advice.readmodel.ts';

type Advice = ReturnType<typeof adviceSaid>;
type Range = Advice['options'][number]['first_year'];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function exportBudget(
  { scope, now, gone }: { readonly scope: OrgScope; readonly now: Instant; readonly gone: AbortSignal },
  plan: AdviceGround,
  as: 'xlsx' | 'csv',
): Promise<Result<{ readonly data: Response }, Refusal>> {
  const advice = await presentAdvice(plan, { cancel: gone });
  if (!advice.ok) return advice;
  const budget = budgetSheet(advice.value);
  const filename = `${scope.slug}-budget-${dateOfInstant(now)}.${as}`;
  if (as === 'csv') return ok({ data: attachmentOf(csvOf(budget), { filename, mediaType: 'text/csv' }) });
  const book = await workbookOf([budget, figuresSheet(advice.value), aboutSheet(advice.value)]);
  if (!book) throw new Error('a budget outgrew a workbook, though its fields are bounded');
  return ok({ data: attachmentOf(book, { filename, mediaType: XLSX }) });
}

function budgetSheet({ options, currency }: Advice): Sheet {
  const spans = ['Year 1', 'Year 2', 'Year 3', 'Three years'].flatMap((span) =>
    ['p10', 'p50', 'p90'].map((p) => `${span} ${p}`),
  );
  const row = (years: readonly Range[], three: Range): readonly number[] =>
    [...years, three].flatMap(({ p10, p50, p90 }) => [p10, p50, p90]);
  return {
    name: 'Budget',
    header: ['Way', 'Group', 'Line', 'Framework', 'Paid', 'Currency', ...spans, 'How it comes about'],
    rows: options.flatMap(({ title, cost }) => [
      ...cost.lines.map((line) => [
        title,
        line.group_title,
        line.title,
        line.lane,
        line.paid === 'own' ? 'own work' : 'bought',
        currency,
        ...row(line.years, line.three_years),
        line.formula,
      ]),
      [
        title,
        'All',
        'Together, course by course',
        '',
        '',
        currency,
        ...row(cost.all.years, cost.all.three_years),
        'Percentiles of sums, not sums of percentiles.',
      ],
    ]),
  };
}

function figuresSheet({ figures }: Advice): Sheet {
  return {
    name: 'Figures',
    header: ['Figure', 'Name', 'How it comes about', 'Source', 'Assumption', 'Said by', 'On', 'Why'],
    rows: figures.map(({ key, title, formula, source, assumption, said }) => [
      key,
      title,
      formula,
      source,
      assumption ? 'yes' : 'no',
      said?.by ?? '',
      said?.at.slice(0, 10) ?? '',
      said?.because ?? '',
    ]),
  };
}

function aboutSheet({ today, currency, title, passed }: Advice): Sheet {
  return {
    name: 'About',
    header: ['what', 'value'],
    rows: [
      ['as of', today],
      ['currency', currency],
      ['advised', title],
      ['p10, p50, p90', 'what one, five and nine of ten simulated courses stay below'],
      ['left out, their day has passed', passed.join(', ')],
      ['classification', 'confidential'],
    ],
  };
}
