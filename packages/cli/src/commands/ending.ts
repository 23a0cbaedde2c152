// assay org end|keep|ending: an organisation of one's own ends on a day to come, and until then it need not.
import { ENDING_DELAY } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { whole } from '../options.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export function addEndingCommands(org: Command): void {
  writing(
    org
      .command('end <name>')
      .description('Ask that an organisation of your own ends, with everything in it; type its name'),
  )
    .addOption(
      whole('--days <number>', 'days until then', {
        min: ENDING_DELAY.least,
        max: ENDING_DELAY.most,
      }).default(ENDING_DELAY.usual),
    )
    .action(end);
  writing(org.command('keep').description('Take back that the organisation ends')).action(keep);
  common(org.command('ending').description('Whether the organisation is to end, and when')).action(show);
}

async function end(name: string, options: WriteOptions & { readonly days: number }): Promise<void> {
  if (options.org === undefined)
    throw new CommandEnd(EXIT.usage, 'Nothing is ended by guessing.', 'Name the organisation with --org.');
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'ending.ask',
    input: { params: { org: where.org }, body: { name, days: options.days } },
    would: `${where.org} would end in ${options.days} days, with everything in it.`,
    ask: `End ${where.org} in ${options.days} days, with every record, file and key?`,
  });
  if (!done?.asked) return;
  say(`${where.org} ends on ${done.asked.ends_on}. Until then: assay org keep --org ${where.org}`);
  say(`Take everything with you: assay export --org ${where.org}`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

async function keep(options: WriteOptions): Promise<void> {
  const where = await open(options);
  const done = await perform(where, options, {
    route: 'ending.take_back',
    input: { params: { org: where.org } },
    would: `${where.org} would not end.`,
  });
  if (done) say(`${where.org} does not end.`);
}

async function show(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['ending.read']({ params: { org } }));
  printOne(
    found,
    found.asked
      ? [
          ['ends on', found.asked.ends_on],
          ['asked by', found.asked.by],
          ['asked at', found.asked.at],
        ]
      : [['ends on', 'nobody asked for it']],
    format,
  );
}
