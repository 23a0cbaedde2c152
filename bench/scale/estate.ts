// An organisation with two hundred automated controls that a scanner has looked at every day of a year: one import a
// day, one check for each control, some subjects that fail for days and some days on which nobody looked.
import {
  addDays,
  branded,
  dateOfInstant,
  type Control,
  type ControlCode,
  type Instant,
  type Period,
  type PlainDate,
} from '@assay/core';
import { Client } from 'pg';
import { ownerConnection } from '../../packages/server/src/platform/postgres/database.ts';
import type { OrgScope } from '../../packages/server/src/slices/access/access.module.ts';
import {
  changeState,
  insertControlSet,
} from '../../packages/server/src/slices/controls/controls.repository.ts';
import { mapCheck } from '../../packages/server/src/slices/monitoring/monitoring.repository.ts';
import { writeSchedule } from '../../packages/server/src/slices/monitoring/windows/schedules.repository.ts';
import { openHouse, OWNER, send, type House } from '../../packages/server/src/testing/house.ts';

export const CONTROLS = 200;
export const DAYS = 365;

export interface Estate {
  readonly house: House;
  readonly scope: OrgScope;
  /** Speaks as the owner of the tables, whom no policy holds back; the organisation is named in each question. */
  readonly owner: Client;
  readonly window: Period;
  readonly now: Instant;
  /** Subjects of each check. */
  readonly subjects: number;
  readonly observations: number;
  close(): Promise<void>;
}

export function codeOf(n: number): ControlCode {
  return branded(`C-${800 + n}`);
}

/** Makes the organisation with about as many observations; nothing is derived from them yet. */
export async function openEstate(wanted: number): Promise<Estate> {
  const house = await openHouse();
  const scope = await house.organisation('scale');
  const now = house.deps.clock.now();
  const today = dateOfInstant(now);
  const window = { from: addDays(today, 1 - DAYS), until: addDays(today, 1) };
  const subjects = Math.max(1, Math.round(wanted / CONTROLS / DAYS));
  await house.deps.db.inOrganisation(scope.org, async (tx) => {
    const controls = Array.from({ length: CONTROLS }, (_, n) => controlOf(n));
    const mappings = controls.map(({ code }) => ({
      control: code,
      to: 'soc2:2017/CC6.1' as const,
      relation: 'subset' as const,
      strength: 'full' as const,
      rationale: 'A control of the bench.',
      source: 'bench',
      reviewer: 'unreviewed',
    }));
    await insertControlSet(tx, scope, { controls, mappings, now, own: true });
    for (const { code } of controls) {
      await changeState(tx, scope, {
        code,
        state: { state: 'adopted', implementation: 'implemented', since: now },
        now,
      });
      await writeSchedule(tx, scope, { code, schedule: everyDay(window.from), now });
    }
    for (let n = 0; n < CONTROLS; n += 1)
      await mapCheck(tx, scope, { check: `csv:check-${n}`, controls: [codeOf(n)], now });
  });
  const saved = await send(house, 'POST', '/v1/orgs/scale/windows', {
    headers: OWNER,
    body: { name: 'A year', kind: 'open', ...window },
  });
  if (!saved.ok) throw new Error(await saved.text());
  const owner = new Client(ownerConnection(house.place));
  await owner.connect();
  const observations = await observe(owner, { scope, window, subjects });
  const close = async (): Promise<void> => {
    await owner.end();
    await house.close();
  };
  return { house, scope, owner, window, now, subjects, observations, close };
}

function controlOf(n: number): Control {
  return {
    code: codeOf(n),
    domain: 'Operations',
    name: `Control ${n}`,
    objective: 'What a machine looks at is as it should be.',
    activity: 'A scanner looks every day.',
    ownerRole: 'platform_engineer',
    kind: 'automated',
    frequency: 'daily',
    freshnessDays: 7,
    effortDays: 1,
    evidence: { ask: 'The scans.', good: 'Every day.', bad: 'Some days.' },
  };
}

function everyDay(from: PlainDate) {
  const cadence = { kind: 'continuous', everyHours: 24, tolerance: 2, slaDays: 7 } as const;
  return {
    startedOn: from,
    retiredOn: undefined,
    replaces: undefined,
    versions: [{ from, cadence }],
    scopes: [],
  };
}

/** Fills the partitions from within the database; returns how many observations there are. */
async function observe(
  owner: Client,
  {
    scope,
    window,
    subjects,
  }: { readonly scope: OrgScope; readonly window: Period; readonly subjects: number },
): Promise<number> {
  await owner.query(
    "insert into artefacts select $1, 'day-' || d, 1, 'text/csv', 'scan.csv', $2::date + d from generate_series(0, $3::int - 1) d",
    [scope.org, window.from, DAYS],
  );
  await owner.query(
    "insert into imports (org_id, import_id, state, artefact, filename, options, summary, made_by, created_at, committed_at) select $1, 'imp_' || lpad(d::text, 26, '0'), 'committed', 'day-' || d, 'scan.csv', '{}', '{}', 'bench', $2::date + d + time '06:00', $2::date + d + time '06:00' from generate_series(0, $3::int - 1) d",
    [scope.org, window.from, DAYS],
  );
  await owner.query(
    'select make_observation_months((select array_agg($1::date + d) from generate_series(0, $2::int - 1) d))',
    [window.from, DAYS],
  );
  // Each fiftieth subject fails for five days of sixty; each tenth check did not run for four days of spring.
  const done = await owner.query(
    `insert into observations select $1, 'imp_' || lpad(d::text, 26, '0'), c * $4::int + s, 'csv:check-' || c, 'host-' || s,
       case when (c * 7 + s) % 50 = 0 and (d + c * 11 + s) % 60 < 5 then 'fail' else 'pass' end,
       ($2::date + d) at time zone 'UTC' + interval '5 hours' + c * interval '1 second', null, null
     from generate_series(0, $3::int - 1) d, generate_series(0, ${CONTROLS} - 1) c, generate_series(0, $4::int - 1) s
     where not (c % 10 = 0 and d between 100 + c / 10 and 103 + c / 10)`,
    [scope.org, window.from, DAYS, subjects],
  );
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  return done.rowCount ?? 0;
}

/** How much the tables of what is derived take, and the observations themselves, in bytes. */
export async function sizesOf({ owner }: Estate) {
  const { rows } = await owner.query<{ observations: string; days: string }>(
    "select (select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'observations'::regclass) as observations, pg_total_relation_size('day_rollups') + pg_total_relation_size('failure_spans') as days",
  );
  return { observations: Number(rows[0]?.observations ?? 0), days: Number(rows[0]?.days ?? 0) };
}
