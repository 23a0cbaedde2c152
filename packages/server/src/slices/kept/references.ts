// How risks are called in registers that were brought, and what they are called here.
import { listKept, type KeptRecord } from './kept.repository.ts';
import type { Work } from './work.ts';

/** Code by reference of the file, of all registers that count; the newest goes before. */
export async function broughtReferences(
  { tx, scope }: Pick<Work, 'tx' | 'scope'>,
  codes: ReadonlySet<string>,
  sameTable?: string,
): Promise<ReadonlyMap<string, string>> {
  const all = await listKept(tx, scope, { kind: 'register' });
  return new Map(
    all
      .filter((each) => each.state === 'committed')
      .filter((each) => sameTable === undefined || headingsOf(each.reading) === sameTable)
      .toReversed()
      .flatMap(({ effect }) => effect?.risks ?? [])
      .filter(({ ref, code }) => ref !== '' && codes.has(code))
      .map(({ ref, code }) => [ref, code]),
  );
}

/** The headings of a table: the same register is known again by them, whatever its file is called by now. */
export function headingsOf({ tables }: KeptRecord['reading']): string {
  return (tables[0]?.columns ?? []).map(({ heading }) => heading.toLowerCase()).join('\n');
}
