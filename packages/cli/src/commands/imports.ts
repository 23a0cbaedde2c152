// assay imports list|show|problems|read|undo|discard; assay import itself stands in import.ts.
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { findImport } from '../find.ts';
import { whole } from '../options.ts';
import { printList, printOne, say } from '../output.ts';
import { pagesOf } from '../pages.ts';
import { untilRead } from '../reading.ts';
import { perform } from '../write.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';
import { addImportCommand } from './import.ts';
import { IMPORT_COLUMNS, showImport } from './import.show.ts';

export function addImportCommands(program: Command): void {
  addImportCommand(program);
  const imports = program.command('imports').description('Imports so far');
  common(imports.command('list').description('Imports, newest first'))
    .addOption(whole('--limit <number>', 'how many at most', { min: 1, max: 100_000 }).default(50))
    .action(list);
  common(imports.command('show <import>').description('One import')).action(
    async (id: string, options: CommonOptions) => {
      const where = await open(options);
      showImport(await read(where, id), where.format);
    },
  );
  common(imports.command('problems <import>').description('Every problem of an import')).action(problems);
  writing(imports.command('undo <import>').description('Undo a whole import')).action(undo);
  writing(imports.command('read <import>').description('Read an interrupted or refused import again')).action(
    readAgain,
  );
  writing(
    imports.command('discard <import>').description('Stop reading, or throw away what never counted'),
  ).action(discard);
}

async function list(options: CommonOptions & { readonly limit: number }): Promise<void> {
  const { client, org, format } = await open(options);
  const rows = await pagesOf(options.limit, async (page) =>
    take(await client['imports.list']({ params: { org }, query: page })),
  );
  printList(rows.data, IMPORT_COLUMNS, format);
  if (rows.more) say(`${rows.data.length} shown, there are more: --limit ${options.limit * 10}.`);
}

async function problems(id: string, options: CommonOptions): Promise<void> {
  const where = await open(options);
  const { client, org, format } = where;
  const found = await findImport(where, id);
  const rows = await pagesOf(100_000, async (page) =>
    take(await client['imports.problems']({ params: { org, import: found }, query: page })),
  );
  printList(
    rows.data,
    [
      { name: 'level', of: (row) => row.level },
      { name: 'code', of: (row) => row.code },
      { name: 'position', of: (row) => row.position },
      { name: 'message', of: (row) => row.message },
      { name: 'remedy', of: (row) => row.remedy },
    ],
    format,
  );
  if (rows.data.length === 0) say('It had no problems.');
}

async function undo(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const held = await read(where, id);
  const done = await perform(where, options, {
    route: 'imports.undo',
    input: { params: { org: where.org, import: held.id } },
    would: `${held.filename} with ${held.total} results and its evidence ${held.evidence ?? '(none)'} would no longer count.`,
  });
  if (!done) return;
  say(
    `${done.filename} is undone: ${done.total} results and ${held.evidence ?? 'no evidence'} no longer count; the history stays.`,
  );
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

async function readAgain(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const held = await read(where, id);
  const opened = await perform(where, options, {
    route: 'imports.again',
    input: { params: { org: where.org, import: held.id } },
    would: `${held.filename} would be read again from its beginning.`,
  });
  if (opened) showImport(await untilRead(where, opened), where.format);
}

async function discard(id: string, options: WriteOptions): Promise<void> {
  const where = await open(options);
  const held = await read(where, id);
  await perform(where, options, {
    route: 'imports.discard',
    input: { params: { org: where.org, import: held.id } },
    would: `${held.filename} with ${held.total} results would be thrown away; its bytes stay stored.`,
  });
  if (options.dryRun !== true) say(`${held.filename} is thrown away; nothing of it counted.`);
}

async function read(where: Awaited<ReturnType<typeof open>>, id: string) {
  const found = await findImport(where, id);
  return take(await where.client['imports.read']({ params: { org: where.org, import: found } }));
}
