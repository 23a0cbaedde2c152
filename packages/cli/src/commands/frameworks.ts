// assay framework list, show, add; assay decide.
import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CommandEnd, EXIT } from '../exit.ts';
import { take } from '../connection.ts';
import { printList, printOne, say } from '../output.ts';
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
  common(framework.command('show <id>').description('What a framework asks')).action(
    async (id: string, options: CommonOptions) => {
      const { client, org, format } = await open(options);
      const found = take(await client['frameworks.read']({ params: { org, framework: id } }));
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
    },
  );
  common(
    framework.command('add <file>').description('Add an own framework from our format or an OSCAL catalogue'),
  )
    .option('--dry-run', 'only check')
    .action(async (file: string, options: CommonOptions & { readonly dryRun?: boolean }) => {
      const { client, org, format } = await open(options);
      const added = take(
        await client['frameworks.add']({
          params: { org },
          query: { dry_run: options.dryRun ? 'true' : 'false' },
          body: jsonFile(file),
        }),
      );
      printOne(
        added,
        [
          ['framework', added.id],
          ['title', added.title],
          ['asks', String(added.requirement_count)],
          ['written', options.dryRun ? 'no, dry run' : 'yes'],
        ],
        format,
      );
    });
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

const anyJson = z.json();

function jsonFile(path: string): z.infer<typeof anyJson> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new CommandEnd(EXIT.notFound, `${path} cannot be read.`);
  }
  try {
    return anyJson.parse(JSON.parse(text));
  } catch {
    throw new CommandEnd(EXIT.error, `${path} is not JSON.`);
  }
}
