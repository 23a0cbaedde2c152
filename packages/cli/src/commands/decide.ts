// assay decide: whether a requirement applies, with the reason.
import type { Command } from 'commander';
import { CommandEnd, EXIT } from '../exit.ts';
import { findRequirement } from '../find.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { open, writing, type WriteOptions } from './shared.ts';

interface DecideOptions extends WriteOptions {
  readonly applies?: string;
  readonly excluded?: string;
  readonly withdraw?: boolean;
}

export function addDecideCommand(program: Command): void {
  writing(
    program
      .command('decide <requirement>')
      .description('Record whether a requirement applies: A.7.4, or iso27001:2022/A.7.4'),
  )
    .option('--applies <reason>', 'it applies, because')
    .option('--excluded <why>', 'it does not apply, because')
    .option('--withdraw', 'take the decision back')
    .action(decide);
}

async function decide(text: string, options: DecideOptions): Promise<void> {
  const said = [options.applies !== undefined, options.excluded !== undefined, options.withdraw];
  if (said.filter(Boolean).length !== 1)
    throw new CommandEnd(EXIT.usage, 'Say one of --applies REASON, --excluded WHY and --withdraw.');
  const where = await open(options);
  const [framework, requirement] = await findRequirement(where, text);
  const params = { org: where.org, framework, requirement };
  const ref = `${framework}/${requirement}`;
  if (options.withdraw) {
    await perform(where, options, {
      route: 'applicability.withdraw',
      input: { params },
      would: `${ref} would be undecided again.`,
    });
    if (!options.dryRun) say(`${ref} is undecided again.`);
    return;
  }
  const body =
    options.excluded === undefined
      ? { applies: true as const, because: options.applies ?? '' }
      : { applies: false as const, why: options.excluded };
  const done = await perform(where, options, {
    route: 'applicability.decide',
    input: { params, body },
    would: `${ref} would be ${body.applies ? 'applicable' : 'excluded'}.`,
  });
  if (!done) return;
  printOne(
    done,
    [
      ['requirement', done.ref],
      ['applies', done.applies ? 'yes' : 'no'],
      ['reason', done.reason],
    ],
    where.format,
  );
}
