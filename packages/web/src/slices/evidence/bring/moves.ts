// How a state moves: now, once the import is committed, once it is accepted too; steps that change nothing are left out.

export interface Then {
  readonly now: string;
  readonly committed: string;
  readonly accepted: string;
}

export interface Step {
  readonly when: 'now' | 'once committed' | 'once accepted';
  readonly state: string;
}

export function changes({ now, committed, accepted }: Then): readonly Step[] {
  const steps: Step[] = [{ when: 'now', state: now }];
  if (committed !== now) steps.push({ when: 'once committed', state: committed });
  if (accepted !== committed) steps.push({ when: 'once accepted', state: accepted });
  return steps;
}

/** Rows that move alike, those that move first, the larger group before the smaller. */
export function tallyMoves<T extends Then>(
  rows: readonly T[],
): readonly { readonly path: readonly Step[]; readonly rows: readonly T[] }[] {
  const groups = Map.groupBy(rows, (row) =>
    changes(row)
      .map(({ when, state }) => `${when} ${state}`)
      .join(),
  );
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [{ path: changes(group[0]), rows: group }] : []))
    .sort((a, b) => Number(b.path.length > 1) - Number(a.path.length > 1) || b.rows.length - a.rows.length);
}
