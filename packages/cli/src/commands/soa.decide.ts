// assay soa decide|approve: a row with its reasons, and the statement as it stands.
import type { PlainDate } from '@assay/core';
import type { CallInput, Output, Routes } from '@assay/contract';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { day } from '../options.ts';
import { printOne, say } from '../output.ts';
import { perform } from '../write.ts';
import { open, writing, type WriteOptions } from './shared.ts';

type Body = CallInput<Routes['soa.decide']>['body'];

interface DecideOptions extends WriteOptions {
  readonly risk?: readonly string[];
  readonly law?: readonly string[];
  readonly contract?: readonly string[];
  readonly baseline?: readonly string[];
  readonly out?: string;
  readonly undecided?: boolean;
  readonly how?: string;
  readonly owner?: string;
  readonly due?: PlainDate;
}

interface ApproveOptions extends WriteOptions {
  readonly by: string;
  readonly role: string;
  readonly note?: string;
}

export function addSoaWriting(soa: Command): void {
  writing(
    soa.command('decide <row>').description('Put a row in with its reasons, leave it out, or take it back'),
  )
    .option('--risk <id...>', 'in, because of these risks: R-12')
    .option('--law <id...>', 'in, because of these laws or regulations: O-3')
    .option('--contract <id...>', 'in, because of these contracts: O-4')
    .option('--baseline <text...>', 'in, because of these baselines')
    .option('--out <why>', 'out, because; a draft may say it later: --out ""')
    .option('--undecided', 'take the decision back')
    .option('--how <text>', 'how it is implemented')
    .option('--owner <name>', 'who answers for it')
    .addOption(day('--due <day>', 'day by which it is to be in place'))
    .action(decide);
  writing(
    soa.command('approve').description('Freeze the statement as it stands, with digest and ledger entry'),
  )
    .requiredOption('--by <name>', 'who approves')
    .requiredOption('--role <role>', 'role that they approve in')
    .option('--note <text>', 'what is to be said of this version')
    .action(approve);
}

async function decide(row: string, options: DecideOptions): Promise<void> {
  const decision = decisionOf(options);
  const { how, owner, due } = options;
  const where = await open(options);
  const params = { org: where.org, row };
  const body = { ...decision, how, owner, due };
  if (options.dryRun) {
    const would = take(await where.client['soa.try']({ params, body }));
    say(`${row} would be ${decision.decision}.`);
    tellLints(would.lints);
    if (where.format !== 'table') printOne({ dry_run: true, ...would }, [], where.format);
    return;
  }
  const { tag } = take(await where.client['soa.row']({ params }));
  const done = await perform(where, options, {
    route: 'soa.decide',
    input: { params, body, ifMatch: `"${tag}"` },
    would: `${row} would be ${decision.decision}.`,
  });
  if (!done) return;
  if (done.row === null) say(`${row} stands in the statement no more.`);
  else
    say(`${done.row.id} is ${done.row.decision}${done.row.justification && `: ${done.row.justification}`}.`);
  tellLints(done.lints);
  if (where.format !== 'table') printOne(done, [], where.format);
}

function tellLints(lints: Output<Routes['soa.decide']>['lints']): void {
  for (const lint of lints) say(`${lint.code}: ${lint.detail} ${lint.remedy}`);
}

function decisionOf({ risk, law, contract, baseline, out, undecided }: DecideOptions) {
  const [first, ...rest] = [
    ...(risk ?? []).map((ref) => ({ kind: 'risk' as const, ref })),
    ...(law ?? []).map((ref) => ({ kind: 'law' as const, ref })),
    ...(contract ?? []).map((ref) => ({ kind: 'contract' as const, ref })),
    ...(baseline ?? []).map((text) => ({ kind: 'baseline' as const, text })),
  ];
  if ([first !== undefined, out !== undefined, undecided].filter(Boolean).length !== 1)
    throw new CommandEnd(
      EXIT.usage,
      'Say either reasons (--risk, --law, --contract, --baseline), or --out WHY, or --undecided.',
    );
  if (first) return { decision: 'in', reasons: [first, ...rest] } satisfies Body;
  return out === undefined
    ? ({ decision: 'undecided' } satisfies Body)
    : ({ decision: 'out', justification: out } satisfies Body);
}

async function approve(options: ApproveOptions): Promise<void> {
  const where = await open(options);
  const { by, role, note } = options;
  const made = await perform(where, options, {
    route: 'soa.approve',
    input: { params: { org: where.org }, body: { approver: by, role, note } },
    would: `The statement would be approved by ${by}, ${role}.`,
    ask: 'An approved version cannot be changed or taken back. Approve?',
  });
  if (!made) return;
  say(`${made.id} is approved: ${made.rows} rows, sha256 ${made.digest}, entry ${made.entry} of the ledger.`);
  if (where.format !== 'table') printOne(made, [], where.format);
}
