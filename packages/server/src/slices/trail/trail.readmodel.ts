// One act with its changes, and one object with all of its acts.
import { err, ok, type Instant, type Result } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { Document, History } from '../../platform/postgres/history.ts';
import type { OrgScope } from '../access/access.module.ts';
import { findEvidence, listTrail, type TrailedEntry } from '../evidence/evidence.module.ts';
import { changesOf, payloadOf, type Change, type Stood } from './changes.ts';

/** Acts on one object that are read at most. */
const MOST = 5000;

export interface Looking {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly histories: readonly History<OrgScope>[];
}

export interface ChangedEntry {
  readonly entry: TrailedEntry;
  readonly changes: readonly Change[];
}

/** One act against what stood before it. */
export async function actOf(work: Looking, seq: number): Promise<Result<ChangedEntry, Refusal>> {
  const [entry] = await listTrail(work.tx, work.scope, { seq, limit: 1 });
  if (!entry) return err(unknown(`no entry ${seq}`));
  const { acts } = await followed(work, entry.subject);
  const found = acts.find((act) => act.entry.seq === seq);
  return ok(found ?? { entry, changes: [] });
}

/** All acts on an object until an instant, and what it said then. */
export async function objectOf(
  work: Looking,
  object: string,
  at: Instant | undefined,
): Promise<Result<{ readonly acts: readonly ChangedEntry[]; readonly stood: Stood }, Refusal>> {
  const subject = (await findEvidence(work.tx, work.scope, object))?.id ?? object;
  const found = await followed(work, subject, at);
  return found.acts.length === 0 ? err(unknown(`nothing of ${object}`)) : ok(found);
}

async function followed(work: Looking, object: string, at?: Instant) {
  const all = await listTrail(work.tx, work.scope, { object, after: -1, limit: MOST });
  const entries = all.filter((entry) => at === undefined || entry.at <= at);
  const stood = await founded(work, entries);
  const acts = entries.map((entry) => ({ entry, changes: changesOf(work.histories, entry, stood) }));
  return { acts, stood };
}

/** What an organisation started with has no entries: the first version of such a thing stands in its table. */
async function founded(work: Looking, entries: readonly TrailedEntry[]): Promise<Stood> {
  const stood: Stood = new Map();
  for (const history of work.histories) {
    const own = entries.filter((entry) => history.kinds.includes(entry.kind));
    if (!history.founded || own.length === 0) continue;
    const things = own.flatMap((entry) =>
      [history.told(entry.kind, payloadOf(entry), entry.subject)].flat().map(({ thing }) => thing),
    );
    const rows = await history.rows(work.tx, work.scope);
    for (const thing of new Set(things)) {
      const versions = rows.filter((row) => row.thing === thing);
      if (versions.length > things.filter((each) => each === thing).length)
        setFirst(stood, `${history.title} ${thing}`, versions[0]?.document);
    }
  }
  return stood;
}

function setFirst(stood: Stood, thing: string, document: Document | undefined): void {
  if (document) stood.set(thing, document);
}

function unknown(what: string): Refusal {
  return { code: 'ledger.entry_not_found', detail: `The trail has ${what}.` };
}
