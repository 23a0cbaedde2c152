// assay init, login, org show, export.
import type { Command } from 'commander';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { CommandEnd, EXIT } from '../exit.ts';
import { endOf, take } from '../connection.ts';
import { out, printList, printOne, say } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';

export function addOrganisationCommands(program: Command): void {
  common(
    program
      .command('init <name>')
      .description('Start an organisation of your own, with the common control set'),
  )
    .option('--time-zone <zone>', 'its time zone', 'UTC')
    .option('--headcount <number>', 'people')
    .action(
      async (
        name: string,
        options: CommonOptions & { readonly timeZone: string; readonly headcount?: string },
      ) => {
        const { client, format } = await open({ ...options, org: 'none' });
        const made = take(
          await client['organisations.create']({
            body: {
              name,
              time_zone: options.timeZone,
              ...(options.headcount === undefined
                ? {}
                : { answers: { headcount: Number(options.headcount) } }),
            },
          }),
        );
        printOne(
          made,
          [
            ['organisation', made.slug],
            ['name', made.name],
            ['frameworks', made.frameworks.join(', ')],
          ],
          format,
        );
      },
    );
  common(program.command('login').description('Print a link that signs in once')).action(
    async (options: CommonOptions) => {
      const { client, origin } = await open({ ...options, org: 'none' });
      out(`${origin}${take(await client['session.link']({})).path}\n`);
    },
  );
  const org = program.command('org').description('Organisations');
  common(org.command('list').description('Organisations that you may open')).action(
    async (options: CommonOptions) => {
      const { client, format } = await open({ ...options, org: 'none' });
      const session = take(await client['session.read']({}));
      printList(
        session.organisations,
        [
          { name: 'slug', of: (row) => row.slug },
          { name: 'name', of: (row) => row.name },
          { name: 'role', of: (row) => row.role },
          { name: 'demo', of: (row) => (row.demo ? 'yes' : '') },
        ],
        format,
      );
    },
  );
  common(org.command('show').description('Settings of the organisation')).action(
    async (options: CommonOptions) => {
      const { client, org: slug, format } = await open(options);
      const found = take(await client['organisations.read']({ params: { org: slug } }));
      printOne(
        found,
        [
          ['organisation', found.slug],
          ['name', found.name],
          ['frameworks', found.frameworks.join(', ')],
          ['categories', found.categories.join(', ')],
          ['examination', JSON.stringify(found.examination)],
          ['scope', found.scope_statement],
        ],
        format,
      );
    },
  );
  common(org.command('set').description('Change settings'))
    .option('--name <name>', 'name')
    .option('--categories <list>', 'SOC 2 categories, separated by commas')
    .option('--window <from/until>', 'Type II period, for example 2026-06-01/2026-12-01')
    .option('--type1 <day>', 'Type I date')
    .option('--scope <text>', 'scope statement')
    .action(
      async (
        options: CommonOptions & {
          readonly name?: string;
          readonly categories?: string;
          readonly window?: string;
          readonly type1?: string;
          readonly scope?: string;
        },
      ) => {
        const { client, org: slug, format } = await open(options);
        const read = await client['organisations.read']({ params: { org: slug } });
        if (!read.ok) throw endOf(read.error);
        const [from, until] = (options.window ?? '').split('/');
        const changed = take(
          await client['organisations.change']({
            params: { org: slug },
            ifMatch: read.value.etag ?? '',
            body: {
              ...(options.name === undefined ? {} : { name: options.name }),
              ...(options.scope === undefined ? {} : { scope_statement: options.scope }),
              ...(options.categories === undefined ? {} : { categories: categoriesOf(options.categories) }),
              ...(from && until ? { examination: { type: 'type2' as const, from, until } } : {}),
              ...(options.type1 === undefined
                ? {}
                : { examination: { type: 'type1' as const, on: options.type1 } }),
            },
          }),
        );
        printOne(
          changed,
          [
            ['organisation', changed.slug],
            ['revision', String(changed.revision)],
          ],
          format,
        );
      },
    );
  common(org.command('delete').description('Delete a demo organisation'))
    .option('--yes', 'do not ask')
    .action(async (options: CommonOptions & { readonly yes?: boolean }) => {
      if (!options.yes || options.org === undefined)
        throw new CommandEnd(
          EXIT.usage,
          'Deleting cannot be undone.',
          'Name the demo organisation with --org and add --yes.',
        );
      const { client, org: slug } = await open(options);
      take(await client['organisations.delete']({ params: { org: slug } }));
      say(`${slug} is deleted.`);
    });
  common(org.command('reset').description('Put the demo company back to its first state')).action(
    async (options: CommonOptions) => {
      const { client, org: slug } = await open(options);
      take(await client['organisations.reset']({ params: { org: slug } }));
      say(`${slug} is as it was at first.`);
    },
  );
  common(program.command('export').description('Write everything to a ZIP file'))
    .option('--to <file>', 'file to write', 'assay-export.zip')
    .action(async (options: CommonOptions & { readonly to: string }) => {
      const { client, org: slug } = await open(options);
      const response = take(await client['export.read']({ params: { org: slug } }));
      await writeBody(response, options.to);
      say(`Written: ${options.to}`);
    });
}

/** Writes a response's bytes to a file. */
export async function writeBody(response: Response, path: string): Promise<void> {
  if (!response.body) throw new CommandEnd(EXIT.error, 'The server sent nothing.');
  await pipeline(Readable.from(chunksOf(response.body)), createWriteStream(path));
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function categoriesOf(text: string) {
  const known = ['security', 'availability', 'confidentiality', 'processing_integrity', 'privacy'] as const;
  return text.split(',').map((word) => {
    const found = known.find((each) => each === word.trim());
    if (!found)
      throw new CommandEnd(EXIT.usage, `There is no category ${word}.`, `Choose from ${known.join(', ')}.`);
    return found;
  });
}
