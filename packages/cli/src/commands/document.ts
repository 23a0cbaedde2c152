// assay document list|print: what leaves on paper.
import { Option, type Command } from 'commander';
import { PRINTED_FORMATS, type PrintedFormat } from '@assay/contract';
import { take } from '../connection.ts';
import { writeBody } from '../files.ts';
import { printList, say } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';

interface PrintOptions extends CommonOptions {
  readonly of?: string;
  readonly as: PrintedFormat;
  readonly to?: string;
  readonly force?: true;
}

export function addDocumentCommands(program: Command): void {
  const document = program.command('document').description('Documents for people who read paper');
  common(document.command('list').description('What can be printed')).action(list);
  common(document.command('print <name>').description('Write one document, made now from the data'))
    .option('--of <id>', 'of which thing, where there are several')
    .addOption(
      new Option('--as <format>', 'PDF, Word, Markdown, or its content as JSON')
        .choices(PRINTED_FORMATS)
        .default('pdf'),
    )
    .option('--to <file>', 'where to write it; - for standard output')
    .option('--force', 'write over a file that is there')
    .action(print);
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['documents.list']({ params: { org } }));
  printList(
    data,
    [
      { name: 'name', of: (row) => row.name },
      { name: 'title', of: (row) => row.title },
      { name: 'of', of: (row) => row.of.map(({ id }) => id).join(' ') },
      { name: 'about', of: (row) => row.about },
    ],
    format,
  );
}

async function print(name: string, { of, as, to, force, ...options }: PrintOptions): Promise<void> {
  const { client, org } = await open(options);
  const response = take(
    await client['documents.print']({ params: { org, document: name }, query: { of, format: as } }),
  );
  const path = to ?? `${[name, of?.replaceAll(':', '-')].filter(Boolean).join('-')}.${as}`;
  await writeBody(response, { path, force: force === true });
  if (path !== '-') say(`${path} is written.`);
}
