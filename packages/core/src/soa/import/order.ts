// Which control a number means that has lost a zero: 5.1 between 5.9 and 5.11 is 5.10.
import type { IdCell } from './controlId.ts';

/**
 * Gives each cell its one id. A number that may be two controls is the one that fits between its neighbours, if the
 * others stand in the order of the annex; else it has none, because mapping 5.10 to 5.1 unasked would put an answer
 * under the wrong control.
 */
export function settleIds(cells: readonly (IdCell | undefined)[]): readonly (string | undefined)[] {
  const sure = cells.flatMap((cell) => (cell?.ids.length === 1 ? cell.ids : []));
  const inOrder = sure.every((id, i) => i === 0 || place(sure[i - 1] ?? '') < place(id));
  const after = nextSure(cells);
  const settled: (string | undefined)[] = [];
  let before: string | undefined;
  for (const [i, cell] of cells.entries()) {
    const fits = cell?.ids.filter((id) => isBetween(id, before, after[i])) ?? [];
    const twice =
      cell?.ids.join() === cells[i + 1]?.ids.join() || cell?.ids.join() === cells[i - 1]?.ids.join();
    const fitting = inOrder && !twice && fits.length === 1 ? fits[0] : undefined;
    const one = cell?.ids.length === 1 ? cell.ids[0] : fitting;
    settled.push(one);
    before = one ?? before;
  }
  return settled;
}

/** For each cell the next id below that is not in doubt. */
function nextSure(cells: readonly (IdCell | undefined)[]): readonly (string | undefined)[] {
  const after: (string | undefined)[] = [];
  let next: string | undefined;
  for (const cell of cells.toReversed()) {
    after.push(next);
    if (cell?.ids.length === 1) next = cell.ids[0];
  }
  return after.toReversed();
}

function isBetween(id: string, before: string | undefined, after: string | undefined): boolean {
  return (
    (before === undefined || place(before) < place(id)) && (after === undefined || place(id) < place(after))
  );
}

/** A.5.10 as a number that grows in the order of the annex. */
function place(id: string): number {
  return id
    .split('.')
    .slice(1)
    .reduce((sum, part) => sum * 100 + Number(part), 0);
}
