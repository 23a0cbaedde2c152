// assay gap, assay readiness: what is missing of both frameworks, and what an auditor would not find.
import { Option, type Command } from 'commander';
import { EXAMINATIONS, type ExaminationKind } from '@assay/core';
import { take } from '../connection.ts';
import { printList, say } from '../output.ts';
import { common, open, type CommonOptions } from './shared.ts';

const VIEWS = ['both', 'iso', 'soc2'] as const;
const LISTS = ['actions', 'gaps'] as const;

interface GapOptions extends CommonOptions {
  readonly framework: (typeof VIEWS)[number];
  readonly by: (typeof LISTS)[number];
}

export function addGapCommands(program: Command): void {
  common(program.command('gap').description('What both frameworks lack, and the actions that close it'))
    .addOption(new Option('--framework <view>', 'whose gaps').choices(VIEWS).default('both'))
    .addOption(
      new Option('--by <list>', 'by action, or requirement by requirement').choices(LISTS).default('actions'),
    )
    .action(gap);
  common(
    program.command('readiness').description('What an auditor would not find, examination by examination'),
  )
    .addOption(new Option('--for <examination>', 'one of them').choices(EXAMINATIONS))
    .option('--documents', 'the documented information that ISO/IEC 27001 asks for, instead')
    .action(readiness);
}

async function gap({ framework, by, ...options }: GapOptions): Promise<void> {
  const { client, org, format } = await open(options);
  const found = take(await client['gaps.list']({ params: { org }, query: { framework } }));
  if (by === 'actions')
    printList(
      found.actions,
      [
        { name: 'action', of: (row) => row.title },
        { name: 'iso', of: (row) => count(row, false), right: true },
        { name: 'soc2', of: (row) => count(row, true), right: true },
        { name: 'days', of: (row) => row.effort_days, right: true },
        { name: 'owner', of: (row) => row.owner ?? row.owner_role },
        { name: 'planned', of: (row) => row.due ?? '' },
      ],
      format,
    );
  else
    printList(
      found.gaps,
      [
        { name: 'requirement', of: (row) => row.id },
        { name: 'title', of: (row) => row.title },
        { name: 'missing', of: (row) => row.missing },
        { name: 'controls', of: (row) => row.controls.join(' ') },
        { name: 'why', of: (row) => row.why },
      ],
      format,
    );
  say(found.sentence);
}

function count(
  row: { readonly closes: readonly string[]; readonly helps: readonly string[] },
  soc2: boolean,
): number {
  return [...row.closes, ...row.helps].filter((ref) => ref.startsWith('soc2') === soc2).length;
}

async function readiness({
  for: only,
  documents,
  ...options
}: CommonOptions & { readonly for?: ExaminationKind; readonly documents?: true }): Promise<void> {
  const { client, org, format } = await open(options);
  const { data, documented } = take(await client['readiness.list']({ params: { org } }));
  if (documents === true)
    return printList(
      documented,
      [
        { name: 'clause', of: (row) => row.clause },
        { name: 'what', of: (row) => row.what },
        { name: 'kind', of: (row) => row.kind },
        { name: 'state', of: (row) => row.state },
        { name: 'where', of: (row) => row.sentence },
      ],
      format,
    );
  const lists = data.filter(({ examination }) => only === undefined || examination === only);
  printList(
    lists.flatMap(({ examination, not_found }) => not_found.map((each) => ({ examination, ...each }))),
    [
      { name: 'examination', of: (row) => row.examination },
      { name: 'missing', of: (row) => row.what },
      { name: 'of', of: (row) => row.about },
      { name: 'why', of: (row) => row.why },
    ],
    format,
  );
  for (const { title, sentence } of lists) say(`${title}: ${sentence}`);
  return undefined;
}
