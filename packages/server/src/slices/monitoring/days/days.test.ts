// Days follow from imports whatever comes late, is replaced or is taken back: after every step they are what deriving
// everything again gives, and a step touches no day that it says nothing of.
import { branded, parseInstant, type ControlCode, type Id, type Instant } from '@assay/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tx } from '../../../platform/postgres/database.ts';
import { openHouse, type House } from '../../../testing/house.ts';
import type { OrgScope } from '../../access/access.module.ts';
import type { ImportRun } from '../latest.repository.ts';
import { insertObservations, type ReceivedObservation } from '../monitoring.repository.ts';
import { runsOf, seenOf, type SeenBy } from '../windows/runs.repository.ts';
import { addDays, daysDiffer, rebuildDays, withdrawDays } from './days.repository.ts';
import { broughtIn } from './looks.repository.ts';
import { rawBroughtIn, rawFailuresOf, rawLooksOf } from './raw.repository.ts';

let house: House;
let scope: OrgScope;

beforeAll(async () => {
  house = await openHouse();
  scope = await house.organisation('days');
}, 120_000);
afterAll(() => house.close());

const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => house.deps.db.inOrganisation(scope.org, work);

it('is what the imports give after any row of commits, late ones, whole lists and undoings', async () => {
  const random = mulberry(20_260_601);
  const standing: ImportRun[] = [];
  for (let round = 0; round < 40; round += 1) {
    const undone =
      random() < 0.25 ? standing.splice(Math.floor(random() * standing.length), 1)[0] : undefined;
    if (undone) await undo(undone);
    else standing.push(await commit(round, rowsOf(random), random() < 0.4 ? 'a list' : undefined));
    expect(await inside((tx) => daysDiffer(tx, scope))).toEqual([]);
    const [told, raw] = [await runs(undefined), await runs(RAW)];
    expect(told).toEqual(raw);
    expect(await runs(undefined, standing.slice(-1))).toEqual(await runs(RAW, standing.slice(-1)));
  }
  const spans = await inside((tx) => tx.selectFrom('failure_spans').selectAll().execute());
  expect(spans.length).toBeGreaterThan(3);
}, 120_000);

it('takes nothing that an incomplete run passes for a look, and everything that it fails', async () => {
  const day = '2026-05-20T05:00:00.000Z';
  const partial = await commit(90, [row('csv:part', 'a', 'pass', day), row('csv:part-2', 'a', 'fail', day)]);
  const controls = async (incomplete: readonly ImportRun[]) => [
    ...(await runs(undefined, incomplete)).keys(),
  ];
  expect((await runs(undefined)).get('C-03')?.map(({ result }) => result)).toEqual(['pass']);
  expect((await runs(undefined, [partial])).get('C-03')).toEqual([]);
  expect((await runs(undefined, [partial])).get('C-04')?.map(({ result }) => result)).toEqual(['fail']);
  expect(await controls([partial])).toEqual(await controls([]));
});

it('answers for an earlier instant from what was known then', async () => {
  const before = at('2026-05-31T23:59:59.000Z');
  expect((await runs(undefined, [], before)).size).toBe(0);
  const after = at('2026-06-03T00:00:00.000Z');
  expect(await runs(undefined, [], after)).toEqual(await runs(RAW, [], after));
});

it('names the files that brought a day, whatever the zone’s hour', async () => {
  for (const [from, until] of [
    ['2026-03-12T22:00:00.000Z', '2026-03-16T22:00:00.000Z'],
    ['2026-03-12T18:30:00.000Z', '2026-03-16T01:30:00.000Z'],
    ['2026-03-12T00:00:00.000Z', '2026-03-14T01:00:00.000Z'],
  ] as const) {
    const asked = { from: at(from), until: at(until) };
    const told = await inside((tx) => broughtIn(tx, scope, asked));
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(await inside((tx) => rawBroughtIn(tx, scope, asked)));
  }
});

it('touches the days that late data speak of and leaves every other row as it is', async () => {
  const before = await versions();
  const late = await commit(100, [
    row('csv:late', 'db-1', 'pass', '2026-02-03T05:10:00.000Z'),
    row('csv:late', 'db-2', 'fail', '2026-02-03T05:20:00.000Z'),
    row('csv:late', 'db-1', 'pass', '2026-03-09T05:00:00.000Z'),
  ]);
  const fresh = (await versions()).filter((each) => !before.includes(each));
  expect(fresh.map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
    '2026-02-03 csv:late',
    '2026-03-09 csv:late',
  ]);
  expect(before.filter(isNotIn(await versions()))).toEqual([]);
  const kept = await versions();
  expect(await undo(late)).toEqual({ days: 0, subjects: 1 });
  expect(await versions()).toEqual(kept);
});

it('looks again only at subjects that fail or failed', async () => {
  const rows = Array.from({ length: 50 }, (_, i) =>
    row('csv:estate', `host-${i}`, i === 7 ? 'fail' : 'pass', '2026-04-01T05:00:00.000Z'),
  );
  const first = await committed(200, rows);
  expect(first.touched).toEqual({ days: 1, subjects: 1 });
  const mended = rows.map((each) => ({
    ...each,
    status: 'pass' as const,
    observedAt: at('2026-04-02T05:00:00.000Z'),
  }));
  expect((await committed(201, mended)).touched).toEqual({ days: 1, subjects: 1 });
  const spans = await inside((tx) =>
    tx.selectFrom('failure_spans').selectAll().where('check_key', '=', 'csv:estate').execute(),
  );
  expect(spans).toEqual([
    {
      org_id: scope.org,
      check_key: 'csv:estate',
      subject: 'host-7',
      from_at: '2026-04-01T05:00:00.000Z',
      until_at: '2026-04-02T05:00:00.000Z',
    },
  ]);
});

it('names a day and a failure that were changed, and derives both again', async () => {
  await inside(async (tx) => {
    await sql`update day_rollups set passed = passed + 1 where check_key = 'csv:estate' and day = '2026-04-02'`.execute(
      tx,
    );
    await sql`delete from failure_spans where check_key = 'csv:estate'`.execute(tx);
    const named = await daysDiffer(tx, scope);
    expect(named).toEqual([
      expect.stringMatching(/^day 2026-04-02 of csv:estate by import imp_/),
      'failure of csv:estate for host-7',
    ]);
    await rebuildDays(tx, scope);
    expect(await daysDiffer(tx, scope)).toEqual([]);
  });
});

it('gives each month a partition with a guard of its own, and strangers’ dates one on each side', async () => {
  await commit(300, [
    row('csv:old', 'a', 'pass', '1971-01-01T00:00:00.000Z'),
    row('csv:old', 'b', 'pass', '2031-12-31T23:59:59.999Z'),
    row('csv:old', 'c', 'pass', '2999-01-01T00:00:00.000Z'),
  ]);
  const { rows } = await inside((tx) =>
    sql<{
      part: string;
      subject: string;
    }>`select tableoid::regclass::text as part, subject from observations where check_key = 'csv:old' order by subject`.execute(
      tx,
    ),
  );
  expect(rows.map(({ part }) => part)).toEqual([
    'observations_early',
    'observations_2031_12',
    'observations_late',
  ]);
  await expect(inside((tx) => sql`select * from observations_2031_12`.execute(tx))).rejects.toThrow(
    'permission denied',
  );
  await expect(inside((tx) => sql`update observations set status = 'pass'`.execute(tx))).rejects.toThrow(
    'permission denied',
  );
});

it('lets two imports make the same new month at once', async () => {
  await Promise.all(
    [400, 401, 402].map((n) => commit(n, [row('csv:race', `s-${n}`, 'pass', '2038-05-05T00:00:00.000Z')])),
  );
  expect(await inside((tx) => daysDiffer(tx, scope))).toEqual([]);
});

it('sees a month that another import made meanwhile', async () => {
  await inside(async (tx) => {
    const importId: Id<'import'> = branded('imp_meanwhile');
    const put = (from: number, observed: string): Promise<void> =>
      insertObservations(tx, scope, { importId, from, rows: [row('csv:meanwhile', 'a', 'pass', observed)] });
    await put(0, '2026-01-01T00:00:00.000Z');
    await commit(500, [row('csv:race', 'other', 'pass', '2037-07-07T00:00:00.000Z')]);
    await put(1, '2037-07-08T00:00:00.000Z');
    const held = await tx
      .selectFrom('observations')
      .select('seq')
      .where('import_id', '=', importId)
      .execute();
    expect(held.map(({ seq }) => seq)).toEqual([0, 1]);
  });
});

const RAW: SeenBy = { looksOf: rawLooksOf, failuresOf: rawFailuresOf };
const CONTROLS: Readonly<Record<string, ControlCode>> = {
  'csv:backup': 'C-01',
  'csv:restore': 'C-01',
  'csv:late': 'C-02',
  'csv:part': 'C-03',
  'csv:part-2': 'C-04',
};

/** Runs of the spring by one reading or the other; a year's edge cuts through spans. */
function runs(by: SeenBy | undefined, incomplete: readonly ImportRun[] = [], known?: Instant) {
  const asked = {
    from: at('2026-02-12T00:00:00Z'),
    until: at('2026-06-01T00:00:00Z'),
    at: known,
    incomplete: new Set<string>(incomplete.map(({ importId }) => importId)),
    sourcesOf: (check: string) => {
      const control = CONTROLS[check];
      return control === undefined ? [] : [{ control, source: check }];
    },
  };
  return inside(async (tx) => runsOf(await seenOf(tx, scope, asked, by)));
}

function isNotIn(list: readonly string[]): (each: string) => boolean {
  return (each) => !list.includes(each);
}

/** Each row of days with the place where it lies: a row that was written again lies elsewhere. */
async function versions(): Promise<readonly string[]> {
  const { rows } = await inside((tx) =>
    sql<{
      text: string;
    }>`select day || ' ' || check_key || ' ' || import_id || ' ' || hour || ' ' || ctid || ' ' || xmin as text from day_rollups order by day, check_key, import_id, hour`.execute(
      tx,
    ),
  );
  return rows.map(({ text }) => text);
}

async function commit(n: number, rows: readonly ReceivedObservation[], list?: string): Promise<ImportRun> {
  return (await committed(n, rows, list)).held;
}

async function committed(n: number, rows: readonly ReceivedObservation[], list?: string) {
  const importId: Id<'import'> = branded(`imp_${String(n).padStart(26, '0')}`);
  const newest = rows.reduce(
    (most, each) => (each.observedAt > most ? each.observedAt : most),
    at('1970-01-01T00:00:00Z'),
  );
  const held: ImportRun = { importId, run: list === undefined ? null : { key: list, at: newest } };
  return inside(async (tx) => {
    const now = at('2026-06-01T00:00:00Z');
    await tx
      .insertInto('artefacts')
      .values({
        org_id: scope.org,
        sha256: importId,
        size: 1,
        media_type: 'text/csv',
        filename: 'a.csv',
        stored_at: now,
      })
      .execute();
    await sql`insert into imports (org_id, import_id, state, artefact, filename, options, summary, made_by, created_at, committed_at, run_key, run_at)
      values (${scope.org}, ${importId}, 'committed', ${importId}, 'a.csv', '{}', '{}', 'test', ${now}, ${now}, ${held.run?.key ?? null}, ${held.run?.at ?? null})`.execute(
      tx,
    );
    await insertObservations(tx, scope, { importId, from: 0, rows });
    return { held, touched: await addDays(tx, scope, held) };
  });
}

function undo(held: ImportRun) {
  return inside(async (tx) => {
    await sql`update imports set state = 'undone', undone_at = '2026-06-02T00:00:00Z' where import_id = ${held.importId}`.execute(
      tx,
    );
    return withdrawDays(tx, scope, held);
  });
}

function rowsOf(random: () => number): readonly ReceivedObservation[] {
  const one = <T>(of: readonly [T, ...T[]]): T => of[Math.floor(random() * of.length)] ?? of[0];
  return Array.from({ length: 1 + Math.floor(random() * 12) }, () =>
    row(
      one(['csv:backup', 'csv:restore']),
      one(['db-1', 'db-2', 'db-3', 'db-4']),
      one(['pass', 'pass', 'fail', 'fail', 'error', 'not_applicable', 'unknown']),
      `2026-0${1 + Math.floor(random() * 5)}-1${Math.floor(random() * 9)}T0${Math.floor(random() * 3)}:30:00.000Z`,
    ),
  );
}

function row(
  ...[check, subject, status, observed]: readonly [
    ReceivedObservation['check'],
    string,
    ReceivedObservation['status'],
    string,
  ]
): ReceivedObservation {
  return { check, subject, status, observedAt: at(observed) };
}

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (!instant) throw new Error(text);
  return instant;
}

/** Small seeded generator (mulberry32), so that a failure can be played again. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
