// assay import FILE|DIR|-: a dry run is shown, a commit makes it true; the same file twice changes nothing.
import type { Command } from 'commander';
import { SEVERITIES, type PlainDate } from '@assay/core';
import { createWriteStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { endOf } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { choice, controls, day, period, type Period } from '../options.ts';
import { complain, out, printList, say } from '../output.ts';
import { waiting } from '../progress.ts';
import { bring } from './import.bring.ts';
import { columnsOf } from './import.columns.ts';
import { findings, type Threshold } from './import.findings.ts';
import { IMPORT_COLUMNS, showImport, type ImportAnswer } from './import.show.ts';
import { open, writing, type Open, type WriteOptions } from './shared.ts';

interface ImportOptions extends WriteOptions {
  readonly control?: string[];
  readonly performedAt?: PlainDate;
  readonly covers?: Period;
  readonly columns?: ReturnType<typeof columnsOf>;
  readonly name?: string;
  readonly partial?: boolean;
  readonly failOn?: Threshold;
}

export function addImportCommand(program: Command): void {
  writing(
    program
      .command('import <file>')
      .description('Import a scanner’s file, a directory of them, or - for standard input'),
  )
    .addOption(controls('--control <ids>', 'also link to these controls'))
    .addOption(day('--performed-at <day>', 'day on which it was true; taken from the file by default'))
    .addOption(period('--covers <from/until>', 'days that it speaks for'))
    .option(
      '--columns <mapping>',
      'for CSV: check=Rule,subject=Host,status=Result,observed_at=Date',
      columnsOf,
    )
    .option('--name <name>', 'file name of standard input', 'standard-input')
    .option('--partial', 'take what can be read, although items are refused')
    .addOption(
      choice(
        '--fail-on <level>',
        'exit 3 on a failing result of this severity or above, or on any fail or unknown',
        [...SEVERITIES, 'fail', 'unknown'] as const,
      ),
    )
    .action(runImport);
}

async function runImport(file: string, options: ImportOptions): Promise<void> {
  const where = await open(options);
  const temporary = file === '-' ? mkdtempSync(join(tmpdir(), 'assay-import-')) : undefined;
  try {
    const paths =
      temporary === undefined ? pathsOf(file) : [await fromStandardInput(temporary, options.name)];
    const { done, failed } = await importAll(where, { paths, base: file }, options);
    print(where, done, temporary !== undefined || paths[0] === file);
    if (failed > 0 || done.some((each) => each.state === 'refused')) process.exitCode = EXIT.error;
    else if (options.failOn !== undefined && (await findings(where, done, options.failOn)) > 0)
      process.exitCode = EXIT.findings;
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

/** Each file by itself: one that fails does not keep the others out. */
async function importAll(
  where: Open,
  files: { readonly paths: readonly string[]; readonly base: string },
  options: ImportOptions,
): Promise<{ readonly done: readonly ImportAnswer[]; readonly failed: number }> {
  const { paths, base } = files;
  const done: ImportAnswer[] = [];
  let failed = 0;
  for (const [i, path] of paths.entries()) {
    if (paths.length > 1) say(`${i + 1} / ${paths.length}  ${relative(base, path)}`);
    try {
      done.push(await one(where, path, options));
    } catch (cause) {
      if (paths.length === 1 || !(cause instanceof CommandEnd)) throw cause;
      failed += 1;
      complain(`${path}: ${cause.message} ${cause.remedy ?? ''}`.trimEnd());
    }
  }
  return { done, failed };
}

async function one(where: Open, path: string, options: ImportOptions): Promise<ImportAnswer> {
  const { client, org } = where;
  const started = await bring(where, path, options);
  if (started.state === 'committed') {
    say(
      `This very file was imported on ${started.created_at.slice(0, 10)}${started.evidence === null ? '' : ` as ${started.evidence}`}; nothing was changed.`,
    );
    return started;
  }
  if (options.dryRun || started.state === 'refused') {
    if (started.same_as !== null) say(`This very file was imported already, as ${started.same_as}.`);
    return started;
  }
  const committed = await waiting(
    `committing ${basename(path)}`,
    client['imports.commit']({ params: { org, import: started.id } }),
  );
  if (committed.ok) return committed.value.data;
  // The same file twice changes nothing and says so; that is not a failure.
  if (committed.error.code !== 'import.same_file') throw endOf(committed.error);
  say(committed.error.detail);
  return started;
}

/** One file is one record; a directory is a list, whatever its length. */
function print(where: Open, done: readonly ImportAnswer[], single: boolean): void {
  const { format } = where;
  const [first] = done;
  if (single && first) return showImport(first, format);
  if (format === 'json') return out(`${JSON.stringify(done, null, 2)}\n`);
  return printList(done, IMPORT_COLUMNS, format);
}

function pathsOf(file: string): readonly string[] {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new CommandEnd(EXIT.notFound, `${file} is not there.`);
  if (!found.isDirectory()) return [file];
  const paths = readdirSync(file, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(file, path)
          .split(/[\\/]/)
          .some((part) => part.startsWith('.')),
    )
    .sort();
  if (paths.length === 0) throw new CommandEnd(EXIT.notFound, `${file} holds no files.`);
  return paths;
}

async function fromStandardInput(directory: string, name = 'standard-input'): Promise<string> {
  if (process.stdin.isTTY) say('Reading standard input; end it with Ctrl-D.');
  const path = join(directory, basename(name) || 'standard-input');
  await pipeline(process.stdin, createWriteStream(path));
  return path;
}
