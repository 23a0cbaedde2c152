// assay competence list|helped: what shows that people can do their work, and whether a training helped.
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { CommandEnd, EXIT } from '../exit.ts';
import { printList } from '../output.ts';
import { perform } from '../write.ts';
import { read, told } from './isms.shared.ts';
import { common, open, writing, type CommonOptions, type WriteOptions } from './shared.ts';

export function addCompetenceCommands(program: Command): void {
  const competence = program
    .command('competence')
    .description('What shows that people can do their work (ISO/IEC 27001 7.2)');
  common(competence.command('list').description('People, their work, what shows it, and until when')).action(
    list,
  );
  writing(competence.command('helped <record>').description('Say whether a training helped (7.2 c)'))
    .requiredOption('--said <text>', 'what was seen of it in the work')
    .requiredOption('--by <name>', 'who looked')
    .action(helped);
}

async function list(options: CommonOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const { data } = take(await client['isms.list']({ params: { org }, query: { kind: 'competence' } }));
  printList(
    data.flatMap((row) => (row.record.kind === 'competence' ? [{ ...row, held: row.record }] : [])),
    [
      { name: 'id', of: (row) => row.id },
      { name: 'person', of: (row) => row.held.person },
      { name: 'work', of: (row) => row.held.need },
      { name: 'ground', of: (row) => row.held.ground },
      { name: 'on', of: (row) => row.held.on },
      { name: 'until', of: (row) => row.held.until },
      { name: 'helped', of: (row) => row.held.effective?.said ?? null },
    ],
    format,
  );
}

async function helped(
  id: string,
  options: WriteOptions & { readonly said: string; readonly by: string },
): Promise<void> {
  const where = await open(options);
  const { at, held } = await read(where, id);
  const { record } = held;
  if (record.kind !== 'competence')
    throw new CommandEnd(EXIT.usage, `${held.id} is no record of competence.`);
  const { said, by } = options;
  const done = await perform(where, options, {
    route: 'isms.replace',
    input: { ...at, body: { ...record, effective: { by, said } } },
    would: `${held.id} would say whether the training helped.`,
  });
  if (done) told(where, done, `${done.id} says whether it helped, by the word of ${by}.`);
}
