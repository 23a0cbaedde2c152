// assay framework list, show, pairs; assay decide. What an organisation adds of its own: ownFrameworks.ts.
import type { frameworkWholeOut } from '@assay/contract';
import type { Command } from 'commander';
import type { z } from 'zod';
import { CommandEnd, EXIT } from '../exit.ts';
import { take } from '../connection.ts';
import { printList, printOne, say, type Format } from '../output.ts';
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
          { name: 'in use', of: (row) => (row.in_use ? 'yes' : '') },
          { name: 'own', of: (row) => (row.own ? 'yes' : '') },
        ],
        format,
      );
    },
  );
  common(
    framework
      .command('show <id> [requirement]')
      .description('What a framework asks, or one requirement: show soc2:2017 CC6.1'),
  ).action(async (id: string, requirement: string | undefined, options: CommonOptions) => {
    const { client, org, format } = await open(options);
    const found = take(await client['frameworks.read']({ params: { org, framework: id } }));
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
      .command('pairs <id>')
      .description('What an edition took over from the one before: pairs iso27001:2022'),
  ).action(async (id: string, options: CommonOptions) => {
    const { client, org, format } = await open(options);
    const { data } = take(await client['frameworks.pairs']({ params: { org, framework: id } }));
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
        { name: 'title', of: (row) => row.from_title },
        { name: 'to', of: (row) => row.to },
        { name: 'title', of: (row) => row.to_title },
        { name: 'kind', of: (row) => row.kind },
      ],
      format,
    );
  });
  addOwnFrameworkCommands(framework);
  common(
    program
      .command('decide <requirement>')
      .description('Record whether a requirement applies: iso27001:2022/A.7.4'),
  )
    .option('--applies <reason>', 'it applies, because')
    .option('--excluded <why>', 'it does not apply, because')
    .option('--withdraw', 'take the decision back')
    .action(
      async (
        ref: string,
        options: CommonOptions & {
          readonly applies?: string;
          readonly excluded?: string;
          readonly withdraw?: boolean;
        },
      ) => {
        const cut = ref.indexOf('/');
        if (cut < 1)
          throw new CommandEnd(
            EXIT.usage,
            `${ref} is not a requirement.`,
            'Write it as iso27001:2022/A.7.4.',
          );
        const { client, org, format } = await open(options);
        const params = { org, framework: ref.slice(0, cut), requirement: ref.slice(cut + 1) };
        if (options.withdraw) {
          take(await client['applicability.withdraw']({ params }));
          say(`${ref} is undecided again.`);
          return;
        }
        const body =
          options.excluded !== undefined
            ? { applies: false as const, why: options.excluded }
            : options.applies !== undefined
              ? { applies: true as const, because: options.applies }
              : undefined;
        if (!body) throw new CommandEnd(EXIT.usage, 'Say --applies REASON or --excluded WHY.');
        const done = take(await client['applicability.decide']({ params, body }));
        printOne(
          done,
          [
            ['requirement', done.ref],
            ['applies', done.applies ? 'yes' : 'no'],
            ['reason', done.reason],
          ],
          format,
        );
      },
    );
}

function showRequirement(found: z.infer<typeof frameworkWholeOut>, id: string, format: Format): void {
  const wanted = id.toUpperCase();
  const one = found.requirements.find((each) => each.id.toUpperCase() === wanted);
  if (!one)
    throw new CommandEnd(
      EXIT.notFound,
      `${found.title} has no requirement ${id}.`,
      `See assay framework show ${found.id}.`,
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
