// Controls for which a record has the same two verdicts, together; the order of the first of each is kept.
import type { EvidenceRow } from '../records.ts';

type Control = EvidenceRow['controls'][number];

export interface Alike {
  readonly controls: readonly Control[];
  readonly iso: Control['iso'];
  readonly soc2: Control['soc2'];
}

export function alike(controls: readonly Control[]): readonly Alike[] {
  const groups = Map.groupBy(controls, ({ iso, soc2 }) =>
    JSON.stringify([iso.state, iso.reason, soc2.state, soc2.reason]),
  );
  return [...groups.values()].flatMap((group) =>
    group[0] ? [{ controls: group, iso: group[0].iso, soc2: group[0].soc2 }] : [],
  );
}
