// assay init, login, org list|show|set|end|keep|ending|delete|reset, export.
import type { Command } from 'commander';
import { CATEGORIES, type Category, type PlainDate } from '@assay/core';
import { InvalidArgumentError } from 'commander';
import { take, takeWithTag } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { writeBody } from '../files.ts';
import { day, period, whole, type Period } from '../options.ts';
import { out, printList, printOne, say } from '../output.ts';
import { waiting } from '../progress.ts';
import { didYouMean } from '../words.ts';
import { perform } from '../write.ts';
import { addEndingCommands } from './ending.ts';
import { common, open, openServer, writing, type CommonOptions, type WriteOptions } from './shared.ts';

interface SetOptions extends WriteOptions {
  readonly name?: string;
  readonly categories?: Category[];
  readonly window?: Period;
  readonly type1?: PlainDate;
  readonly scope?: string;
}

export function addOrganisationCommands(program: Command): void {
  writing(
    program
      .command('init <name>')
      .description('Start an organisation of your own, with the common control set'),
  )
    .option('--time-zone <zone>', 'its time zone', 'UTC')
    .option('--slug <slug>', 'its short name; made from the name by default')
    .addOption(whole('--headcount <number>', 'people', { min: 1, max: 100_000 }))
    .action(init);
  common(program.command('login').description('Print a link that signs in once')).action(
    async (options: CommonOptions) => {
      const { client, origin, format } = openServer(options);
      const link = `${origin}${take(await client['session.link']({})).path}`;
      if (format === 'table') out(`${link}\n`);
      else printOne({ link }, [['link', link]], format);
    },
  );
  const org = program.command('org').description('Organisations');
  common(org.command('list').description('Organisations that you may open')).action(list);
  common(org.command('show').description('Settings of the organisation')).action(show);
  writing(org.command('set').description('Change settings'))
    .option('--name <name>', 'name')
    .option(
      '--categories <list>',
      `SOC 2 categories, separated by commas: ${CATEGORIES.join(', ')}`,
      categoriesOf,
    )
    .addOption(
      period('--window <from/until>', 'Type II period, for example 2026-06-01/2026-12-01').conflicts('type1'),
    )
    .addOption(day('--type1 <day>', 'Type I date'))
    .option('--scope <text>', 'scope statement')
    .action(change);
  addEndingCommands(org);
  writing(org.command('delete').description('Delete a demo organisation')).action(remove);
  writing(org.command('reset').description('Put the demo company back to its first state')).action(reset);
  common(program.command('export').description('Write everything to a ZIP file'))
    .option('--to <file>', 'file to write, - for standard output; ORGANISATION-export.zip by default')
    .option('--force', 'write over a file that is there')
    .action(exportAll);
}

async function init(
  name: string,
  options: WriteOptions & { readonly timeZone: string; readonly slug?: string; readonly headcount?: number },
): Promise<void> {
  const where = openServer(options);
  const made = await perform(where, options, {
    route: 'organisations.create',
    input: {
      body: {
        name,
        time_zone: options.timeZone,
        ...(options.slug === undefined ? {} : { slug: options.slug }),
        ...(options.headcount === undefined ? {} : { answers: { headcount: options.headcount } }),
      },
    },
    would: `${name} would start with the common control set.`,
  });
  if (!made) return;
  printOne(
    made,
    [
      ['organisation', made.slug],
      ['name', made.name],
      ['frameworks', made.frameworks.join(', ')],
    ],
    where.format,
  );
  say(`Next: assay import FILE --org ${made.slug}`);
}

async function list(options: CommonOptions): Promise<void> {
  const { client, format } = openServer(options);
  printList(
    take(await client['session.read']({})).organisations,
    [
      { name: 'slug', of: (row) => row.slug },
      { name: 'name', of: (row) => row.name },
      { name: 'role', of: (row) => row.roles.map(({ title }) => title).join(', ') },
      { name: 'demo', of: (row) => (row.demo ? 'yes' : '') },
    ],
    format,
  );
}

async function show(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['organisations.read']({ params: { org } }));
  const { examination } = found;
  printOne(
    found,
    [
      ['organisation', found.slug],
      ['name', found.name],
      ['time_zone', found.time_zone],
      ['frameworks', found.frameworks.join(', ')],
      ['categories', found.categories.join(', ')],
      [
        'examination',
        examination.type === 'none'
          ? 'none chosen'
          : examination.type === 'type1'
            ? `Type I on ${examination.on}`
            : `Type II ${examination.from}/${examination.until}`,
      ],
      ['scope', found.scope_statement || '—'],
      ['revision', String(found.revision)],
    ],
    format,
  );
}

async function change(options: SetOptions): Promise<void> {
  const where = await open(options);
  const { data: held, etag } = takeWithTag(
    await where.client['organisations.read']({ params: { org: where.org } }),
  );
  const body = {
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.scope === undefined ? {} : { scope_statement: options.scope }),
    ...(options.categories === undefined ? {} : { categories: options.categories }),
    ...(options.window === undefined ? {} : { examination: { type: 'type2' as const, ...options.window } }),
    ...(options.type1 === undefined ? {} : { examination: { type: 'type1' as const, on: options.type1 } }),
  };
  if (Object.keys(body).length === 0)
    throw new CommandEnd(
      EXIT.usage,
      'Nothing to change.',
      'Say --name, --categories, --window, --type1 or --scope.',
    );
  const done = await perform(where, options, {
    route: 'organisations.change',
    input: { params: { org: where.org }, ifMatch: etag, body },
    would: `${held.slug} would change: ${Object.entries(body)
      .map(([key, value]) => `${key} to ${JSON.stringify(value)}`)
      .join(', ')}.`,
  });
  if (!done) return;
  say(`${done.slug} is at revision ${done.revision}.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

async function remove(options: WriteOptions): Promise<void> {
  const where = await demoOnly(options);
  await perform(where, options, {
    route: 'organisations.delete',
    input: { params: { org: where.org } },
    would: `${where.org} and everything in it would be deleted.`,
    ask: `Delete ${where.org} with everything in it? This cannot be undone.`,
  });
  if (!options.dryRun) say(`${where.org} is deleted.`);
}

async function reset(options: WriteOptions): Promise<void> {
  const where = await demoOnly(options);
  const done = await perform(where, options, {
    route: 'organisations.reset',
    input: { params: { org: where.org } },
    would: `${where.org} would be as at first; everything done in it since would be lost.`,
    ask: `Put ${where.org} back to its first state? What was done in it since is lost.`,
  });
  if (!done) return;
  say(`${where.org} is as it was at first.`);
  if (where.format === 'json' || where.format === 'ndjson') printOne(done, [], where.format);
}

/** What is thrown away is named by the person, never guessed, and only ever a demo. */
async function demoOnly(options: WriteOptions) {
  if (options.org === undefined)
    throw new CommandEnd(
      EXIT.usage,
      'Nothing is thrown away by guessing.',
      'Name the demo organisation with --org.',
    );
  const where = await open(options);
  const { demo } = take(await where.client['organisations.read']({ params: { org: where.org } }));
  if (!demo)
    throw new CommandEnd(EXIT.conflict, `${where.org} is not a demo organisation; nothing was changed.`);
  return where;
}

async function exportAll(
  options: CommonOptions & { readonly to?: string; readonly force?: boolean },
): Promise<void> {
  const { client, org } = await open(options);
  const path = options.to ?? `${org}-export.zip`;
  const response = take(await waiting('exporting', client['export.read']({ params: { org } })));
  await writeBody(response, { path, force: options.force === true });
  if (path !== '-') say(`Written: ${path}`);
}

function categoriesOf(text: string): Category[] {
  return text.split(',').map((part) => {
    const word = part.trim().toLowerCase().replaceAll('-', '_');
    const found = CATEGORIES.find((each) => each === word);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(
      `There is no category ${part.trim()}. ${didYouMean(word, CATEGORIES) ?? ''} They are ${CATEGORIES.join(', ')}.`,
    );
  });
}
