// assay import FILE|DIR|-, import list|show|undo|problems.
import type { Command } from 'commander';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Client } from '@assay/contract';
import { CommandEnd, EXIT } from '../exit.ts';
import { endOf, take } from '../connection.ts';
import { out, printList, printOne, say, type Format } from '../output.ts';
import { common, listOf, open, type CommonOptions } from './shared.ts';
import { store } from './evidence.ts';

interface ImportOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly control?: string;
  readonly performedAt?: string;
  readonly covers?: string;
  readonly columns?: string;
  readonly partial?: boolean;
  readonly failOn?: string;
}

type ImportAnswer = Extract<Awaited<ReturnType<Client['imports.start']>>, { ok: true }>['value']['data'];

export function addImportCommands(program: Command): void {
  common(
    program
      .command('import <file>')
      .description('Import a scanner’s file, a directory of them, or - for standard input'),
  )
    .option('--dry-run', 'only show what it would change')
    .option('--control <ids>', 'also link to these controls')
    .option('--performed-at <day>', 'day on which it was true')
    .option('--covers <from/until>', 'days that it speaks for')
    .option('--columns <mapping>', 'for CSV: check=Rule,subject=Host,status=Result,observedAt=Date')
    .option('--partial', 'take what can be read, although items are refused')
    .option('--fail-on <status>', 'exit 3 when the file has fail (or unknown)')
    .action((file: string, options: ImportOptions) => runImport(file, options));
  const imports = program.command('imports').description('Imports so far');
  common(imports.command('list').description('Imports, newest first')).action(
    async (options: CommonOptions) => {
      const { client, org, format } = await open(options);
      const page = take(await client['imports.list']({ params: { org }, query: { limit: '50' } }));
      printList(
        page.data,
        [
          { name: 'id', of: (row) => row.id },
          { name: 'file', of: (row) => row.filename },
          { name: 'state', of: (row) => row.state },
          { name: 'reader', of: (row) => row.reader },
          { name: 'results', of: (row) => row.total, right: true },
          { name: 'evidence', of: (row) => row.evidence },
        ],
        format,
      );
    },
  );
  common(imports.command('show <id>').description('One import')).action(
    async (id: string, options: CommonOptions) => {
      const { client, org, format } = await open(options);
      show(take(await client['imports.read']({ params: { org, import: id } })), format);
    },
  );
  common(imports.command('problems <id>').description('Every problem of an import')).action(
    async (id: string, options: CommonOptions) => {
      const { client, org, format } = await open(options);
      const page = take(
        await client['imports.problems']({ params: { org, import: id }, query: { limit: '200' } }),
      );
      printList(
        page.data,
        [
          { name: 'level', of: (row) => row.level },
          { name: 'code', of: (row) => row.code },
          { name: 'where', of: (row) => row.position },
          { name: 'what', of: (row) => row.message },
          { name: 'remedy', of: (row) => row.remedy },
        ],
        format,
      );
    },
  );
  common(imports.command('undo <id>').description('Undo a whole import')).action(
    async (id: string, options: CommonOptions) => {
      const { client, org } = await open(options);
      const done = take(await client['imports.undo']({ params: { org, import: id } }));
      say(`${done.filename} is undone; its history stays.`);
    },
  );
}

async function runImport(file: string, options: ImportOptions): Promise<void> {
  const connection = await open(options);
  const temporary = file === '-' ? mkdtempSync(join(tmpdir(), 'assay-import-')) : undefined;
  try {
    const paths = temporary === undefined ? pathsOf(file) : [await fromStandardInput(temporary)];
    const done: ImportAnswer[] = [];
    for (const [i, path] of paths.entries()) {
      if (paths.length > 1) say(`${i + 1} / ${paths.length}  ${path}`);
      done.push(await one(connection, path, options));
    }
    if (connection.format === 'json')
      out(`${JSON.stringify(paths.length === 1 ? done[0] : done, null, 2)}\n`);
    else for (const each of done) show(each, connection.format);
    if (done.some((each) => each.state === 'refused')) process.exitCode = EXIT.error;
    else if (
      options.failOn !== undefined &&
      done.some(
        (each) =>
          each.observations.fail > 0 ||
          (options.failOn === 'unknown' && each.observations.unknown + each.observations.error > 0),
      )
    )
      process.exitCode = EXIT.findings;
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

async function one(
  connection: { readonly client: Client; readonly org: string },
  path: string,
  options: ImportOptions,
): Promise<ImportAnswer> {
  const { client, org } = connection;
  const artefact = await store(client, org, path);
  const [from, until] = (options.covers ?? '').split('/');
  const started = take(
    await client['imports.start']({
      params: { org },
      body: {
        artefact: artefact.sha256,
        filename: basename(path),
        method: process.env['CI'] ? 'ci' : 'upload',
        controls: listOf(options.control),
        partial: options.partial === true,
        ...(options.performedAt === undefined ? {} : { performed_at: options.performedAt }),
        ...(from && until ? { covers: { from, until } } : {}),
        ...(options.columns === undefined ? {} : { columns: columnsOf(options.columns) }),
      },
    }),
  );
  if (options.dryRun || started.state === 'refused') return started;
  const committed = await client['imports.commit']({ params: { org, import: started.id } });
  if (committed.ok) return committed.value.data;
  // The same file twice changes nothing and says so; that is not a failure.
  if (committed.error.code === 'import.same_file') {
    say(committed.error.detail);
    return started;
  }
  throw endOf(committed.error);
}

function show(done: ImportAnswer, format: Format): void {
  const { observations: o, change } = done;
  printOne(
    done,
    [
      ['file', done.filename],
      ['import', done.id],
      ['state', done.state],
      ['reader', `${done.reader_title}, version ${done.reader_version}`],
      ['scope', done.scope ?? '—'],
      [
        'results',
        `${done.total}: ${o.pass} pass, ${o.fail} fail, ${o.unknown} unknown, ${o.error} error, ${o.not_applicable} not applicable`,
      ],
      ['change', `${change.new} new, ${change.changed} changed, ${change.unchanged} unchanged`],
      ['rows', String(done.population_rows)],
      ['controls', done.controls.map((each) => each.code).join(' ') || '—'],
      [
        'unmapped',
        done.unmapped
          .map((each) => each.check)
          .slice(0, 8)
          .join(' ') || '—',
      ],
      ['evidence', done.evidence ?? '—'],
      ...done.problems.first.map((problem): [string, string] => [
        problem.level,
        `${problem.code} at ${problem.position}: ${problem.message} ${problem.remedy}`,
      ]),
    ],
    format,
  );
  if (done.outside_every_window) say('It lies outside the examined period: it will not count there.');
}

function pathsOf(file: string): readonly string[] {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new CommandEnd(EXIT.notFound, `${file} is not there.`);
  if (!found.isDirectory()) return [file];
  const paths = readdirSync(file, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (paths.length === 0) throw new CommandEnd(EXIT.notFound, `${file} holds no files.`);
  return paths;
}

async function fromStandardInput(directory: string): Promise<string> {
  const path = join(directory, 'standard-input');
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) if (chunk instanceof Uint8Array) chunks.push(chunk);
  writeFileSync(path, Buffer.concat(chunks));
  return path;
}

function columnsOf(text: string) {
  const map = new Map(
    text.split(',').map((pair): [string, string] => {
      const cut = pair.indexOf('=');
      return [pair.slice(0, cut), pair.slice(cut + 1)];
    }),
  );
  const [check, subject, status] = [map.get('check'), map.get('subject'), map.get('status')];
  if (!check || !subject || !status)
    throw new CommandEnd(
      EXIT.usage,
      'The mapping needs check, subject and status.',
      'Write --columns check=Rule,subject=Host,status=Result.',
    );
  return {
    check,
    subject,
    status,
    ...optional('observedAt', map),
    ...optional('severity', map),
    ...optional('message', map),
  };
}

function optional(
  name: 'observedAt' | 'severity' | 'message',
  map: ReadonlyMap<string, string>,
): Partial<Record<typeof name, string>> {
  const value = map.get(name);
  return value === undefined ? {} : { [name]: value };
}
