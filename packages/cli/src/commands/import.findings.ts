// --fail-on: whether what came in holds findings at or above a level.
import { SEVERITIES, type Severity } from '@assay/core';
import { take } from '../connection.ts';
import { say } from '../output.ts';
import { pagesOf } from '../pages.ts';
import type { ImportAnswer } from './import.show.ts';
import type { Open } from './shared.ts';

export type Threshold = Severity | 'fail' | 'unknown';

const ALL = 1_000_000;

/** Number of findings at or above the level; a failing result without severity counts at every level. */
export async function findings(
  where: Open,
  done: readonly ImportAnswer[],
  level: Threshold,
): Promise<number> {
  let count = 0;
  for (const each of done) {
    const { fail, unknown, error } = each.observations;
    if (level === 'fail') count += fail;
    else if (level === 'unknown') count += fail + unknown + error;
    else if (fail > 0) count += await failing(where, each, level);
  }
  if (count > 0) say(`${count} findings at or above --fail-on ${level}.`);
  return count;
}

async function failing(where: Open, of: ImportAnswer, level: Severity): Promise<number> {
  // A dry run is not among the observations yet: every failing result counts rather than none.
  const id = of.state === 'committed' ? of.id : of.same_as;
  if (id === null) return of.observations.fail;
  const { client, org } = where;
  const rows = await pagesOf(ALL, async (page) =>
    take(
      await client['observations.list']({ params: { org }, query: { ...page, import: id, status: 'fail' } }),
    ),
  );
  const limit = SEVERITIES.indexOf(level);
  return rows.data.filter((row) => row.severity === null || SEVERITIES.indexOf(row.severity) <= limit).length;
}
