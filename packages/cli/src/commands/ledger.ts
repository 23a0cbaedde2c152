// assay ledger checkpoint|entries|prove|consistency, assay verify.
import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { CommandEnd, EXIT } from '../exit.ts';
import { take } from '../connection.ts';
import { out, printList, printOne, say } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';

export function addLedgerCommands(program: Command): void {
  const ledger = program.command('ledger').description('The tamper-evident ledger');
  common(ledger.command('checkpoint').description('The signed head; keep a copy')).action(
    async (options: CommonOptions) => {
      const { client, org, format } = await open(options);
      const head = take(await client['ledger.checkpoint']({ params: { org } }));
      if (format === 'table') return out(head.checkpoint);
      printOne(head, [], 'json');
      return undefined;
    },
  );
  common(ledger.command('entries').description('Entries, newest first'))
    .option('--subject <id>', 'of one record')
    .action(async (options: CommonOptions & { readonly subject?: string }) => {
      const { client, org, format } = await open(options);
      const page = take(
        await client['ledger.entries']({
          params: { org },
          query: { limit: '100', subject: options.subject },
        }),
      );
      printList(
        page.data,
        [
          { name: 'index', of: (row) => row.index, right: true },
          { name: 'at', of: (row) => row.at },
          { name: 'kind', of: (row) => row.kind },
          { name: 'subject', of: (row) => row.subject },
        ],
        format,
      );
    });
  common(
    ledger
      .command('prove <subject>')
      .description('A bundle that proves offline that a record stands in the ledger'),
  ).action(async (subject: string, options: CommonOptions) => {
    const { client, org } = await open(options);
    out(
      `${JSON.stringify(take(await client['ledger.prove']({ params: { org }, query: { subject } })), null, 2)}\n`,
    );
  });
  common(
    ledger
      .command('consistency <from> <to>')
      .description('Proof that the ledger only grew between two sizes'),
  ).action(async (from: string, to: string, options: CommonOptions) => {
    const { client, org } = await open(options);
    out(
      `${JSON.stringify(take(await client['ledger.consistency']({ params: { org }, query: { from, to } })), null, 2)}\n`,
    );
  });
  common(
    program.command('verify').description('Hash everything again; with --rebuild derive everything again'),
  )
    .option('--rebuild', 'also read all files again and compare what follows from them')
    .option('--checkpoint <file>', 'a checkpoint that you kept')
    .action(async (options: CommonOptions & { readonly rebuild?: boolean; readonly checkpoint?: string }) => {
      const { client, org, format } = await open(options);
      const held = options.checkpoint === undefined ? undefined : readKept(options.checkpoint);
      const result = take(
        await client['ledger.verify']({
          params: { org },
          body: {
            rebuild: options.rebuild === true,
            ...(held === undefined ? {} : { held_checkpoint: held }),
          },
        }),
      );
      printOne(
        result,
        [
          ['verified', result.ok ? 'everything fits' : `${result.faults.length} faults`],
          ['entries', String(result.entries)],
          ['artefacts', `${result.artefacts}, ${result.bytes} bytes`],
          ['rebuilt', result.rebuilt ? 'yes' : 'no'],
          ...result.faults.map((fault): [string, string] => ['fault', `${fault.item}: ${fault.fault}`]),
        ],
        format,
      );
      if (result.ok) return;
      say('Something was changed behind Assay’s back, or a disk is failing. Restore from a backup.');
      process.exitCode = EXIT.error;
    });
}

function readKept(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CommandEnd(EXIT.notFound, `${path} cannot be read.`);
  }
}
