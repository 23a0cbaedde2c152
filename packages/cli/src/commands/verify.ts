// assay verify asks the server to hash everything again; assay verify --export and assay ledger verify need no server.
import { bundleOut } from '@assay/contract';
import { bundleFaults, exportFaults, type BundleFault, type ExportFault } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { fileClaim, keyOf, ports, textOf, type KeptOptions } from '../offline/kept.ts';
import { SAID } from '../offline/said.ts';
import { FORMATS, formatOf, printOne, say, type Format } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';

interface VerifyOptions extends CommonOptions, KeptOptions {
  readonly rebuild?: boolean;
  readonly export?: string;
}

interface BundleOptions extends KeptOptions {
  readonly file?: readonly string[];
  readonly output?: string;
  readonly json?: boolean;
}

export function addVerifyCommand(program: Command): void {
  common(
    program
      .command('verify')
      .description(
        'Hash everything again; with --rebuild derive everything again; with --export without a server',
      ),
  )
    .option('--rebuild', 'also read all files again and compare what follows from them')
    .option('--checkpoint <file>', 'a checkpoint that you kept')
    .option('--export <file>', 'verify this export offline instead')
    .option('--key <key>', 'with --export: the verifier key that you know, or the file that holds it')
    .action((options: VerifyOptions) =>
      options.export === undefined ? verifyStore(options) : verifyExport(options.export, options),
    );
}

/** The same verification, of the trail and all that it stands on, against a checkpoint that was kept. */
export function addKeptVerification(log: Command): void {
  common(log.command('verify').description('Verify trail, ledger and all that they speak of'))
    .option('--checkpoint <file>', 'a checkpoint that you kept: only that shows a rollback')
    .action((options: VerifyOptions) => verifyStore(options));
}

export function addBundleVerification(ledger: Command): void {
  ledger
    .command('verify <bundle>')
    .description('Verify a bundle offline; no server is asked')
    .option('--checkpoint <file>', 'a checkpoint that you kept: the ledger must have grown from it')
    .option('--key <key>', 'the verifier key that you know, or the file that holds it')
    .option('--file <path...>', 'files whose bytes must be what the entries committed to')
    .option('-o, --output <format>', `one of ${FORMATS.join(', ')}`)
    .option('--json', 'short for -o json')
    .action((path: string, options: BundleOptions) => verifyBundle(path, options));
}

async function verifyStore(options: VerifyOptions): Promise<void> {
  const held = options.checkpoint === undefined ? undefined : textOf(options.checkpoint);
  const { client, org, format } = await open(options);
  const result = take(
    await client['ledger.verify']({
      params: { org },
      body: { rebuild: options.rebuild === true, ...(held === undefined ? {} : { held_checkpoint: held }) },
    }),
  );
  printOne(
    result,
    [
      ['verified', result.ok ? 'everything fits' : countOf(result.faults.length)],
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
}

async function verifyBundle(path: string, options: BundleOptions): Promise<void> {
  const parsed = bundleOut.safeParse(jsonOf(path));
  if (!parsed.success) throw new CommandEnd(EXIT.error, `${path} is not a bundle of assay ledger prove.`);
  const bundle = parsed.data;
  const files = await Promise.all((options.file ?? []).map(fileClaim));
  const found = bundleFaults(bundle, { ...heldOf(options), files }, ports);
  report(found, formatOf(options), [
    ['entries', bundle.entries.map((entry) => entry.index).join(', ')],
    ['head', bundle.checkpoint.split('\n').slice(0, 2).join(', ')],
    ...files.map((file): [string, string] => ['file', file.name]),
    ...trust(options),
  ]);
}

async function verifyExport(path: string, options: VerifyOptions): Promise<void> {
  const { readArchive } = await import('../offline/archive.ts');
  const contents = await readArchive(path);
  report(exportFaults(contents, heldOf(options), ports), formatOf(options), [
    ['files', String(contents.hashes.size)],
    ['head', contents.checkpoint.split('\n').slice(0, 2).join(', ')],
    ...trust(options),
  ]);
}

function report(
  faults: readonly { readonly item: string; readonly fault: BundleFault | ExportFault }[],
  format: Format,
  lines: readonly (readonly [string, string])[],
): void {
  const ok = faults.length === 0;
  printOne(
    { ok, faults },
    [
      ['verified', ok ? 'everything fits' : countOf(faults.length)],
      ...lines,
      ...faults.map(({ item, fault }): [string, string] => ['fault', `${item}: ${SAID[fault]} (${fault})`]),
    ],
    format,
  );
  if (!ok) process.exitCode = EXIT.error;
}

function countOf(faults: number): string {
  return faults === 1 ? 'one fault' : `${faults} faults`;
}

/** On what the answer rests: without key and checkpoint only on what came with it. */
function trust(options: KeptOptions): readonly (readonly [string, string])[] {
  if (options.key !== undefined) return [['key', 'the one that you know']];
  if (options.checkpoint !== undefined) return [['key', 'the one that signed the checkpoint that you kept']];
  return [['key', 'only the one that came with it; compare it with --key, or keep a checkpoint']];
}

function heldOf(options: KeptOptions): { readonly key?: string; readonly checkpoint?: string } {
  return {
    ...(options.key === undefined ? {} : { key: keyOf(options.key) }),
    ...(options.checkpoint === undefined ? {} : { checkpoint: textOf(options.checkpoint) }),
  };
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(textOf(path));
  } catch (cause) {
    if (cause instanceof CommandEnd) throw cause;
    throw new CommandEnd(EXIT.error, `${path} is not JSON.`);
  }
}
