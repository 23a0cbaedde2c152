// assay framework list, show, pairs; what an organisation adds of its own stands in ownFrameworks.ts.
import type { frameworkWholeOut } from '@assay/contract';
import type { Command } from 'commander';
import type { z } from 'zod';
import { CommandEnd, EXIT } from '../exit.ts';
import { take } from '../connection.ts';
import { findFramework } from '../find.ts';
import { printList, printOne, say, type Format } from '../output.ts';
import { didYouMean } from '../words.ts';
import { addDecideCommand } from './decide.ts';
import { addOwnFrameworkCommands } from './ownFrameworks.ts';
import { common, open, type CommonOptions } from './shared.ts';

export function addFrameworkCommands(program: Command): void {
  const framework = program.command('framework').description('Frameworks and their requirements');
  common(framework.command('list').description('Frameworks that can be answered')).action(
    async (options: CommonOptions) => {
      const { client, org, format } = await open(options);
      const { data } = take(await client['frameworks.list']({ params: { org } }));
      printList(
        data,
        [
          { name: 'id', of: (row) => row.id },
          { name: 'title', of: (row) => row.title },
          { name: 'asks', of: (row) => row.requirement_count, right: true },
          { name: 'in_use', of: (row) => (row.in_use ? 'yes' : '') },
          { name: 'own', of: (row) => (row.own ? 'yes' : '') },
        ],
        format,
      );
    },
  );
  common(
    framework
      .command('show <framework> [requirement]')
      .description('What a framework asks, or one requirement: show soc2:2017 CC6.1'),
  ).action(async (id: string, requirement: string | undefined, options: CommonOptions) => {
    const where = await open(options);
    const { client, org, format } = where;
    const framework = await findFramework(where, id);
    const found = take(await client['frameworks.read']({ params: { org, framework } }));
    if (requirement !== undefined) return showRequirement(found, requirement, format);
    printList(
      found.requirements,
      [
        { name: 'id', of: (row) => row.id },
        { name: 'title', of: (row) => row.title },
        { name: 'group', of: (row) => row.group },
        { name: 'new', of: (row) => (row.is_new ? 'new' : '') },
      ],
      format,
    );
    return undefined;
  });
  common(
    framework
      .command('pairs <framework>')
      .description('What an edition took over from the one before: pairs iso27001:2022'),
  ).action(async (id: string, options: CommonOptions) => {
    const where = await open(options);
    const { client, org, format } = where;
    const framework = await findFramework(where, id);
    const { data } = take(await client['frameworks.pairs']({ params: { org, framework } }));
    printList(
      data.flatMap((editions) => [
        ...editions.pairs,
        ...editions.fresh.map((each) => ({
          from: '',
          from_title: '',
          to: each.ref,
          to_title: each.title,
          kind: 'new',
        })),
      ]),
      [
        { name: 'from', of: (row) => row.from },
        { name: 'from_title', of: (row) => row.from_title },
        { name: 'to', of: (row) => row.to },
        { name: 'to_title', of: (row) => row.to_title },
        { name: 'kind', of: (row) => row.kind },
      ],
      format,
    );
  });
  addOwnFrameworkCommands(framework);
  addDecideCommand(program);
}

function showRequirement(found: z.infer<typeof frameworkWholeOut>, id: string, format: Format): void {
  const wanted = id.toUpperCase();
  const one = found.requirements.find((each) => each.id.toUpperCase() === wanted);
  if (!one)
    throw new CommandEnd(
      EXIT.notFound,
      `${found.title} has no requirement ${id}.`,
      didYouMean(
        id,
        found.requirements.map((each) => each.id),
      ) ?? `See assay framework show ${found.id}.`,
    );
  printOne(
    one,
    [
      ['requirement', one.ref],
      ['title', one.title],
      ['group', found.groups.find((group) => group.id === one.group)?.title ?? one.group],
      ...(one.amendment === null ? [] : [['amendment', one.amendment] as const]),
      ...Object.entries(one.attributes).map(
        ([name, values]) => [name, values.join(', ').replaceAll('_', ' ')] as const,
      ),
      ...one.points_of_focus.map(
        (point) =>
          [
            point.id,
            point.category === null ? point.hint : `${point.hint} (only for ${point.category})`,
          ] as const,
      ),
    ],
    format,
  );
  const note = found.points_of_focus;
  if (note && one.points_of_focus.length > 0)
    say(`Points of focus ${note.edition} (${note.reviewer}): ${note.note}`);
}
