// How a sample and its sheet are printed.
import type { Output, Routes } from '@assay/contract';
import { printList, printOne, type Format } from '../output.ts';

export type Sample = Output<Routes['samples.read']>;

/** A sample without its items. */
export function printSample(sample: Sample, format: Format): void {
  const { population, parts } = sample;
  printOne(
    sample,
    [
      ['sample', `${sample.code} for ${sample.control}: draw ${sample.draw} of ${sample.draws}`],
      ['population', `${population.id} ${population.title}, ${population.rows} rows`],
      ['digest', population.digest],
      ['seed', `${sample.seed} (${sample.seed_from})`],
      ['size', sample.sizes.join(', then ')],
      ['why', sample.reason],
      ...(sample.profile ? [['profile', profileOf(sample.profile)] satisfies [string, string]] : []),
      ['strata', parts.map(({ name, size, taken }) => `${name || '—'} ${total(taken)}/${size}`).join(', ')],
      ...sample.extensions.map((each): [string, string] => [
        'extended',
        `${each.from} to ${each.to} by ${each.by}: ${each.because}`,
      ]),
      ...(sample.voided
        ? [['voided', `by ${sample.voided.by}: ${sample.voided.because}`] satisfies [string, string]]
        : []),
      ['result', sample.sheet.sentence],
    ],
    format,
  );
}

/** The test sheet: one line an item, one column an attribute. */
export function printSheet(sample: Sample, format: Format): void {
  type Item = Sample['items'][number];
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  printList(
    sample.items,
    [
      { name: 'item', of: (row: Item) => row.number, right: true },
      { name: 'key', of: (row: Item) => text(row.row['key']) },
      { name: 'day', of: (row: Item) => text(row.row['day']) },
      ...sample.attributes.map(({ letter }) => ({
        name: letter,
        of: (row: Item) => row.results[letter] ?? 'not_tested',
      })),
      { name: 'evidence', of: (row: Item) => row.evidence.join(' ') },
      { name: 'note', of: (row: Item) => row.note },
      { name: 'tester', of: (row: Item) => row.tester ?? '' },
    ],
    format,
  );
}

function profileOf({ name, revision }: NonNullable<Sample['profile']>): string {
  return revision === 0 ? name : `${name}, version ${revision}`;
}

function total(taken: readonly number[]): number {
  return taken.reduce((sum, each) => sum + each, 0);
}
