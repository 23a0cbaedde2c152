// assay path: the guided path to stage 1 and to the first window, as far as the data are.
import { PATH_KEYS, type PathKey } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { choice } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';

export function addPathCommand(program: Command): void {
  common(program.command('path').description('The guided path: twelve steps, as far as the data are'))
    .addOption(choice('--step <step>', 'one step whole: why, who asks, what it costs', PATH_KEYS))
    .action(path);
}

async function path({ step, ...options }: CommonOptions & { readonly step?: PathKey }): Promise<void> {
  const { client, org, format } = await open(options);
  const { data, sentence } = take(await client['path.read']({ params: { org } }));
  const one = data.find(({ key }) => key === step);
  if (one) {
    printOne(
      one,
      [
        ['step', one.title],
        ['state', `${one.state.replace('_', ' ')}: ${one.sentence}`],
        ['why', one.why],
        ['asked by', one.asked.join(', ')],
        ['person-days', `${one.days.least} to ${one.days.most}, an estimate`],
        ['example', one.example],
        ['an auditor asks', one.auditor_asks.join(' ')],
        ['save', one.save],
        ['do not save', one.spend],
        ['reviewed', 'nobody has reviewed this advice'],
      ],
      format,
    );
    return;
  }
  printList(
    data,
    [
      { name: 'step', of: (row) => row.key },
      { name: 'state', of: (row) => row.state.replace('_', ' ') },
      { name: 'days', of: (row) => `${row.days.least}–${row.days.most}`, right: true },
      { name: 'what', of: (row) => row.title },
      { name: 'where it stands', of: (row) => row.sentence },
    ],
    format,
  );
  say(sentence);
}
