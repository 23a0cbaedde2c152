// assay evidence hold|erase.
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { findEvidence } from '../find.ts';
import { printOne, say } from '../output.ts';
import { confirm, perform } from '../write.ts';
import { open, writing, type WriteOptions } from './shared.ts';

interface HoldOptions extends WriteOptions {
  readonly because: string;
  readonly lift?: boolean;
}

interface EraseOptions extends WriteOptions {
  readonly because: string;
  readonly basis: string;
}

export function addEvidenceErasure(evidence: Command): void {
  writing(
    evidence
      .command('hold <evidence>')
      .description('Set a legal hold: while it stands, nobody erases the bytes'),
  )
    .requiredOption('--because <text>', 'why')
    .option('--lift', 'lift the hold')
    .action(hold);
  writing(
    evidence
      .command('erase <evidence>')
      .description('Destroy the key of the bytes for good; says first what goes'),
  )
    .requiredOption('--because <text>', 'why')
    .requiredOption('--basis <text>', 'legal basis, for example "GDPR Art. 17(1)(b)"')
    .action(erase);
}

async function hold(id: string, options: HoldOptions): Promise<void> {
  const where = await open(options);
  const evidence = await findEvidence(where, id);
  const done = await perform(where, options, {
    route: 'evidence.hold',
    input: {
      params: { org: where.org, evidence },
      body: { hold: options.lift !== true, reason: options.because },
    },
    would: options.lift
      ? `The hold on ${evidence} would be lifted.`
      : `${evidence} would be held: nobody could erase it.`,
  });
  if (!done) return;
  say(done.hold ? `${done.code} is held: ${done.hold.reason}` : `${done.code} is not held any more.`);
  if (where.format !== 'table') printOne(done, [], where.format);
}

async function erase(id: string, options: EraseOptions): Promise<void> {
  const where = await open(options);
  const { client, org } = where;
  const evidence = await findEvidence(where, id);
  const input = { params: { org, evidence }, body: { reason: options.because, basis: options.basis } };
  const { evidence: record, goes } = take(
    await client['evidence.erase']({ ...input, query: { dry_run: 'true' } }),
  );
  if (record.erased) throw new CommandEnd(EXIT.conflict, `${record.code} is erased already.`);
  const what = `${goes.evidence.join(', ')}: ${goes.artefacts.length} file${goes.artefacts.length === 1 ? '' : 's'} and ${goes.rows} row${goes.rows === 1 ? '' : 's'} that were read from them`;
  say(`What goes: ${what}.`);
  if (options.dryRun) {
    if (where.format !== 'table') printOne({ dry_run: true, evidence: record.code, goes }, [], where.format);
    return;
  }
  await confirm(`Erase ${record.code}? Nobody can bring it back.`, options);
  const done = take(await client['evidence.erase']({ ...input, query: { dry_run: 'false' } }));
  say(`${done.evidence.code} is erased; the ledger says by whom and why.`);
  if (where.format !== 'table') printOne(done, [], where.format);
}
