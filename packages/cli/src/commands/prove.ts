// assay ledger prove: a bundle that convinces somebody who has no access here.
import type { Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { CommandEnd, EXIT } from '../exit.ts';
import { sizeOf } from '../offline/kept.ts';
import { take } from '../connection.ts';
import { out, say } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';

interface ProveOptions extends CommonOptions {
  readonly out?: string;
  readonly since?: string;
}

export function addProveCommand(ledger: Command): void {
  common(
    ledger
      .command('prove <subject>')
      .description(
        'A bundle that proves offline that a record (E-12) or an entry (its number) stands in the ledger',
      ),
  )
    .option('--out <file>', 'file to write')
    .option('--since <file>', 'a checkpoint that was kept: proves too that the ledger grew from it')
    .action(async (subject: string, options: ProveOptions) => {
      const since = options.since === undefined ? undefined : sizeOf(options.since);
      const { client, org } = await open(options);
      const bundle = take(
        await client['ledger.prove']({
          params: { org },
          query: {
            ...(/^\d+$/.test(subject) ? { index: subject } : { subject }),
            ...(since === undefined ? {} : { since: String(since) }),
          },
        }),
      );
      const text = `${JSON.stringify(bundle, null, 2)}\n`;
      if (options.out === undefined) return out(text);
      write(options.out, text);
      const entries = bundle.entries.map((entry) => entry.index).join(', ');
      return say(
        `Written: ${options.out}, entries ${entries}. assay ledger verify ${options.out} checks it.`,
      );
    });
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    throw new CommandEnd(
      EXIT.error,
      `${path} cannot be written: ${cause instanceof Error ? cause.message : ''}`,
    );
  }
}
