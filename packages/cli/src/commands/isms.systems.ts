// assay isms systems: which systems each scope holds on which days, what waits for them, and names that no scope knows.
import type { Instant } from '@assay/core';
import type { Command } from 'commander';
import { take } from '../connection.ts';
import { instant } from '../options.ts';
import { printList, say } from '../output.ts';
import { idOf } from './isms.shared.ts';
import { common, open, type CommonOptions } from './shared.ts';

export function addSystemsCommand(isms: Command): void {
  common(
    isms
      .command('systems')
      .description('Systems of every scope: their days, what waits for them, strange names'),
  )
    .addOption(instant('--at <instant>', 'as it was known then'))
    .option('--draft <record>', 'what the draft of a scope would move once it is approved: SC-1')
    .action(systems);
}

async function systems(
  options: CommonOptions & { readonly at?: Instant; readonly draft?: string },
): Promise<void> {
  const { client, org, format } = await open(options);
  if (options.draft !== undefined) {
    const params = { org, record: idOf(options.draft) };
    const { effect } = take(await client['systems.effect']({ params }));
    printList(
      effect?.waits ?? [],
      [
        { name: 'system', of: (row) => row.system },
        { name: 'waits', of: (row) => row.controls.join(', ') },
      ],
      format,
    );
    return say(effect?.sentence ?? `${params.record} has no draft, or nobody uses its framework.`);
  }
  const { data, sentence, changes, unmatched } = take(
    await client['systems.list']({ params: { org }, query: { at: options.at } }),
  );
  printList(
    data,
    [
      { name: 'framework', of: (row) => row.framework },
      { name: 'system', of: (row) => row.system },
      { name: 'called', of: (row) => row.names.join(', ') },
      { name: 'in scope', of: (row) => (row.inside ? 'yes' : 'no') },
      { name: 'days', of: (row) => row.stays.map(stay).join('; ') },
      { name: 'waits', of: (row) => row.waits.join(', ') },
    ],
    format,
  );
  if (format !== 'table') return;
  say(sentence);
  for (const change of changes.filter(({ first }) => !first)) say(`${change.framework}: ${change.sentence}`);
  if (unmatched.sentence !== '') say(unmatched.sentence);
}

function stay({ from, until }: { readonly from: string | null; readonly until: string | null }): string {
  return until === null ? `from ${from ?? 'ever'}` : `${from ?? 'ever'} until ${until}`;
}
