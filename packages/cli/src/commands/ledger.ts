// assay ledger checkpoint|entries|consistency; prove and verify have files of their own.
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { out, printList, printOne } from '../output.ts';
import { addProveCommand } from './prove.ts';
import { common, open, type CommonOptions } from './shared.ts';
import { addBundleVerification, addVerifyCommand } from './verify.ts';

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
      .command('consistency <from> <to>')
      .description('Proof that the ledger only grew between two sizes'),
  ).action(async (from: string, to: string, options: CommonOptions) => {
    const { client, org } = await open(options);
    out(
      `${JSON.stringify(take(await client['ledger.consistency']({ params: { org }, query: { from, to } })), null, 2)}\n`,
    );
  });
  addProveCommand(ledger);
  addBundleVerification(ledger);
  addVerifyCommand(program);
}
