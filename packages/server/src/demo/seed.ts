// Makes the demo company through the same use cases as a user's own: deterministic but for today's date.
// Its days pass in order, so that the ledger and every earlier posture tell a true story.
import { dateOfInstant, type Id } from '@assay/core';
import type { Deps } from '../app/deps.ts';
import type { Tx } from '../platform/postgres/database.ts';
import { authorize, type Acting, type OrgScope, type Principal } from '../slices/access/access.module.ts';
import { createOrganisation, writeSettings } from '../slices/access/access.usecases.ts';
import { gathering } from '../slices/evidence/evidence.module.ts';
import { storeArtefact } from '../slices/evidence/artefacts.usecases.ts';
import { must, type Act, type Place } from './act.ts';
import { at, calendarOf } from './calendar.ts';
import { DEMO_SLUG, demoSettings, PROGRAMME_BEGAN, SCOPE_REWORDED, SOC2_JOINED } from './company.ts';
import { adviceActs } from './adviceActs.ts';
import { decisionActs } from './decisionActs.ts';
import { ismsActs } from './ismsActs.ts';
import { deliveriesOf, paperActs, type Delivery } from './paperActs.ts';
import { PAPERS } from './papers/all.ts';
import { findingActs } from './findingActs.ts';
import { memberActs } from './memberActs.ts';
import { OWNERS } from './people.ts';
import { roomActs } from './roomActs.ts';
import { riskActs } from './riskActs.ts';
import { planActs } from './planActs.ts';
import { policyActs, policyDeliveries } from './policyActs.ts';
import { lossActs } from './lossActs.ts';
import { sampleActs } from './sampleActs.ts';
import { arrivedAt, scanActs } from './scanActs.ts';
import { demoScans } from './scans/all.ts';
import { populationActs, populationDeliveries } from './populationActs.ts';
import { systemActs } from './systemActs.ts';
import { soaActs } from './soaActs.ts';
import { SUCCESSOR, windowActs } from './windowActs.ts';

/** How many files are written at a time; each waits for the disk. */
const WRITERS = 8;

export async function seedDemo(deps: Deps, asked: Acting): Promise<OrgScope> {
  const on = calendarOf(dateOfInstant(deps.clock.now()));
  const [began, joined, reworded] = demoSettings(on);
  const founder: Principal = { id: asked.principal.id, name: OWNERS.founder };
  const scope = must(
    await createOrganisation(
      deps,
      { ...asked, principal: founder },
      { slug: DEMO_SLUG, demo: true, settings: began },
      at(on.ago(PROGRAMME_BEGAN), '09:00'),
    ),
  );
  const scans = demoScans(on);
  const place: Place = {
    deps,
    on,
    known: new Set([...deps.catalogue.controls.map((control) => control.code), SUCCESSOR.code]),
    as: (person) => actingAs(scope, { id: founder.id, name: person }),
    stored: storedBy(
      await storeAll(deps, scope, [
        ...PAPERS.flatMap((paper, i) => deliveriesOf(paper, on, i)),
        ...populationDeliveries(on),
        ...policyDeliveries(on),
        ...scans.map((scan) => ({ filename: scan.filename, bytes: scan.text, at: arrivedAt(scan, on) })),
      ]),
    ),
  };
  const change = (revision: number, settings: typeof began, daysAgo: number): Act => {
    const now = at(on.ago(daysAgo), '08:00');
    return {
      at: now,
      alone: async () => {
        must(await writeSettings(deps, place.as(OWNERS.founder), { revision, settings, now }));
      },
    };
  };
  const acts = [
    change(1, joined, SOC2_JOINED),
    change(2, reworded, SCOPE_REWORDED),
    ...memberActs(place),
    ...decisionActs(place),
    ...riskActs(place),
    ...lossActs(place),
    ...soaActs(place),
    ...PAPERS.flatMap((paper, i) => paperActs(paper, place, i)),
    ...scans.flatMap((scan) => scanActs(scan, place)),
    ...windowActs(place),
    ...populationActs(place),
    ...sampleActs(place),
    ...policyActs(place),
    ...ismsActs(place),
    ...systemActs(place),
    ...findingActs(place),
    ...adviceActs(place),
    ...[planActs, roomActs].flatMap((acts) => acts(place)),
  ];
  // One transaction holds them all (`Unit`), so that their entries gather.
  await deps.db.inOrganisation(scope.org, (tx) => gathering(tx, scope, () => perform(deps, scope.org, acts)));
  return actingAs(scope, asked.principal);
}

function storedBy(stored: ReadonlyMap<string, string>): Place['stored'] {
  return (filename) => {
    const sha256 = stored.get(filename);
    if (sha256 === undefined) throw new Error(`demo: ${filename} is not stored`);
    return sha256;
  };
}

/** Runs the acts in the order of their instants; neighbours that may share a transaction do. */
async function perform(deps: Deps, org: Id<'organisation'>, acts: readonly Act[]): Promise<void> {
  let together: ((tx: Tx) => Promise<void>)[] = [];
  const flush = async (): Promise<void> => {
    const now = together;
    together = [];
    if (now.length > 0)
      await deps.db.inOrganisation(org, async (tx) => {
        for (const each of now) await each(tx);
      });
  };
  for (const act of acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    if ('inside' in act) together.push(act.inside);
    else {
      await flush();
      await act.alone();
    }
  }
  await flush();
}

/** Stores all bytes before anything is said of them; a few at a time. */
async function storeAll(
  deps: Deps,
  scope: OrgScope,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, string>> {
  const stored = new Map<string, string>();
  const waiting = [...deliveries];
  const write = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { filename, bytes, at: now } = next;
      const kept = must(await storeArtefact({ deps, scope, now }, { filename, bytes: once(bytes) }));
      if (stored.has(filename)) throw new Error(`demo: two files are called ${filename}`);
      stored.set(filename, kept.data.sha256);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return stored;
}

function actingAs(scope: OrgScope, person: Principal): OrgScope {
  return must(
    authorize(
      { principal: person, origin: scope.origin },
      { org: scope.org, slug: scope.slug, name: 'Harbourline', demo: true, held: scope.held },
      { permission: 'evidence.review' },
    ),
  );
}

async function* once(bytes: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
}
