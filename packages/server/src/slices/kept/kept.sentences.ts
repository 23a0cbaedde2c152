// What an import of a kept table says of itself, in one sentence.
import type { KeptRecord } from './kept.repository.ts';
import type { countsOf, Shown } from './shown.ts';

export function keptSentence(
  { id, state, kind, reading }: KeptRecord,
  counts: ReturnType<typeof countsOf>,
  draft: Shown['draft'],
): string {
  const found = reading.rows.length + reading.leftCount;
  const things = kind === 'statement' ? 'controls' : 'risks';
  const read =
    reading.kind === 'statement' && reading.edition === '2013'
      ? `${reading.rows.length} of ${found} rows are controls of 2013 and draft ${draft?.rows ?? 0} of 2022`
      : `${reading.rows.length} of ${found} rows are ${things}`;
  const changes = [
    `${counts.new} ${state === 'pending' ? 'would be new' : 'were new'}`,
    `${counts.changed} changed`,
    `${counts.unchanged} as they stand`,
    ...(counts.silent > 0 ? [`${counts.silent} say nothing that could be taken`] : []),
    ...(counts.error > 0 ? [`${counts.error} cannot stand`] : []),
  ].join(', ');
  const standing = {
    pending: `${id} is a dry run, and nothing counts yet`,
    committed: `committed as ${id}`,
    undone: `${id} is undone`,
  } as const;
  return `${read}: ${changes}; ${standing[state]}.`;
}
