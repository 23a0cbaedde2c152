// assay population test: every row by rule; exit 3 when one deviates.
import type { Command } from 'commander';
import type { Output, Routes } from '@assay/contract';
import { take } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { whole } from '../options.ts';
import { printList, say } from '../output.ts';
import { codeOf } from './population.code.ts';
import { common, open, type CommonOptions } from './shared.ts';

type Told = Output<Routes['populations.test']>['data'][number];

export function addPopulationTest(population: Command): void {
  common(population.command('test <id>').description('Test every row by rule; exit 3 when one deviates'))
    .addOption(whole('--within-days <days>', 'days from the event to its act', { min: 0, max: 3660 }))
    .action(test);
}

async function test(id: string, options: CommonOptions & { readonly withinDays?: number }): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(
    await client['populations.test']({
      params: { org, population: codeOf(id) },
      query: options.withinDays === undefined ? {} : { within_days: String(options.withinDays) },
    }),
  );
  const rows = data.flatMap((told) =>
    [...told.deviating, ...told.unknown, ...told.open].map((item) => ({ rule: told.rule, ...item })),
  );
  printList(
    rows,
    [
      { name: 'rule', of: (row) => row.rule },
      { name: 'key', of: (row) => row.key },
      { name: 'day', of: (row) => row.day },
      { name: 'reason', of: (row) => row.reason },
      { name: 'days', of: (row) => row.days, right: true },
    ],
    format,
  );
  for (const told of data) say(sentenceOf(told));
  if (data.length === 0) say('No rule fits its columns; --within-days asks for one.');
  if (data.some((told) => told.deviating.length + told.unknown.length > 0)) process.exitCode = EXIT.findings;
}

function sentenceOf({ rule, tested, passed, deviating, open: waiting, unknown }: Told): string {
  return `${rule}: ${passed} of ${tested} pass, ${deviating.length} deviate, ${waiting.length} open, ${unknown.length} unknown.`;
}
