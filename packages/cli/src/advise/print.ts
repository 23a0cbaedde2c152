// An advice in a terminal: the answer first, then why, what speaks against it, what would change it, and the options.
import type { AdviceSaid } from '@assay/contract';
import { amountText, percentText } from '@assay/core';
import { out, printList, type Column } from '../output.ts';

type Option = AdviceSaid['options'][number];

export function printAdvice(advice: AdviceSaid): void {
  const { reasons, counter, flips, confidence, options, currency } = advice;
  out(`${advice.sentence}\n`);
  list(
    'Why',
    reasons.map(({ sentence, inputs }) => `${sentence}${assumed(inputs)}`),
  );
  list('What speaks against it', counter ? [counter.sentence] : []);
  list(
    'What would change it',
    flips.map(({ sentence }) => sentence),
  );
  list('How sure it is', [confidence.sentence]);
  list(
    'Deals and promises',
    (options[0]?.promises ?? []).map(({ sentence }) => sentence),
  );
  list(
    'The second credential',
    advice.second.map(({ sentence }) => sentence),
  );
  if (advice.passed.length > 0) list('Left out, their day has passed', advice.passed);
  out(`\nOptions, amounts in ${currency}: one, five and nine of ten courses stay below\n`);
  printList(options, OPTIONS, 'table');
}

const OPTIONS: readonly Column<Option>[] = [
  { name: 'option', of: (row) => row.title },
  { name: 'points', of: (row) => row.points, right: true },
  { name: 'first year', of: (row) => range(row.first_year), right: true },
  { name: 'three years', of: (row) => range(row.three_years), right: true },
  { name: 'days', of: (row) => Math.round(row.person_days.p50), right: true },
  { name: 'reuse', of: (row) => percentText(row.reuse), right: true },
  { name: 'in hand (half, nine of ten)', of: (row) => dates(row) },
  { name: 'shut out by', of: (row) => row.limits.map(({ kind }) => kind).join(' ') },
];

export const OPTION_COLUMNS = OPTIONS;

function dates({ credentials }: Option): string {
  return credentials
    .map(({ credential, ready }) => `${SHORT[credential]} ${ready.p50}, ${ready.p90}`)
    .join('; ');
}

const SHORT = { iso27001: 'ISO', soc2_type1: 'Type I', soc2_type2: 'Type II' } as const;

function range({ p10, p50, p90 }: Option['first_year']): string {
  return `${amountText(p10)} ${amountText(p50)} ${amountText(p90)}`;
}

function assumed(inputs: AdviceSaid['reasons'][number]['inputs']): string {
  const fields = inputs.filter(({ origin }) => origin === 'assumed').map(({ field }) => field);
  return fields.length === 0 ? '' : ` [assumed: ${fields.join(', ')}]`;
}

function list(title: string, lines: readonly string[]): void {
  if (lines.length > 0) out(`\n${title}\n${lines.map((line) => `  - ${line}\n`).join('')}`);
}
