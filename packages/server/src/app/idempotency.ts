// The same key and the same request give the same answer; the same key and another request is refused.
// Effect and answer are one transaction: there is no moment at which a retry could act twice.
import type { Route } from '@assay/contract';
import { err, ok, type Id, type Instant, type Result } from '@assay/core';
import { sha256Hex } from '../platform/crypto.ts';
import { codeOf } from '../platform/failure.ts';
import type { Tx } from '../platform/postgres/database.ts';
import { Unit } from '../platform/postgres/unit.ts';
import type { OrgScope, Principal } from '../slices/access/access.module.ts';
import { holdLedger } from '../slices/evidence/evidence.module.ts';
import type { Deps } from './deps.ts';
import { claimAll, keepAll, release, type KeptAnswer, type Shelf } from './idempotency.repository.ts';
import type { Refusal } from './refusal.ts';

/** What a key stands for: who asked for what, with which body. */
export interface Keyed {
  readonly key: string;
  readonly route: Route;
  readonly principal: Principal;
  readonly scope: OrgScope | undefined;
  /** Path with its query. */
  readonly address: string;
  /** Hash of the body; known only once it has been received. */
  readonly bodyHash: () => string;
  readonly now: Instant;
}

/** What an act came to. `settled`: it was committed and its answer kept by whoever wrote it, in a group. */
export interface Outcome {
  readonly response: Response;
  readonly settled: boolean;
}

/** What a unit begins with: the call's key, and the organisation whose writers are to come one after the other. */
export interface Begins {
  readonly keyed: Keyed | undefined;
  /**
   * A write that rests on a version that was read (If-Match) holds the ledger before it reads: of two with the same
   * version the second sees what the first wrote, and is refused.
   */
  readonly inTurn: OrgScope | undefined;
  /** Name of a route whose effect must be in the trail; nothing that it left out of it is committed. */
  readonly records: string | undefined;
}

/** Acts within one transaction, with the key when there is one; refusals and faults leave nothing behind. */
export async function inOneUnit(
  deps: Deps,
  { keyed, inTurn, records }: Begins,
  act: (deps: Deps) => Promise<Outcome>,
): Promise<Result<Response, Refusal>> {
  const unit = new Unit(deps.pool, async (opened) => {
    if (keyed) await claimOrLeave(opened, keyed);
    if (inTurn) await opened.inOrganisation(inTurn.org, (tx) => holdLedger(tx, inTurn));
  });
  try {
    const { response, settled } = await act({ ...deps, db: unit });
    if (settled || !response.ok) {
      await unit.rollback();
      return ok(response);
    }
    if (records !== undefined) refuseSilence(records, unit.changed());
    if (keyed) await keepIn(unit, keyed, response);
    await unit.commit();
    return ok(response);
  } catch (cause) {
    await unit.rollback();
    if (cause instanceof Left) return cause.with;
    throw cause;
  }
}

/** No row of the trail, no effect: what changed something and told nobody is a fault of ours. */
function refuseSilence(route: string, changed: ReadonlySet<string>): void {
  if (changed.size > 0 && !changed.has('trail'))
    throw new Error(`${route} changed ${[...changed].join(', ')} and recorded nothing`);
}

/** Takes the keys of a group of calls in one organisation; answers those that are not to act, by key. */
export async function claimTogether(
  tx: Tx,
  org: Id<'organisation'>,
  calls: readonly Keyed[],
): Promise<ReadonlyMap<string, Result<Response, Refusal>>> {
  const [first] = calls;
  if (!first) return new Map();
  const hashes = new Map(calls.map((keyed) => [keyed.key, hashOf(keyed)]));
  const held = await claimAll(tx, shelfOf(org), {
    calls: [...hashes].map(([key, requestHash]) => ({ key, requestHash })),
    now: first.now,
  });
  const answers = calls.flatMap((keyed): [string, Result<Response, Refusal>][] => {
    const answer = held.get(keyed.key);
    return answer ? [[keyed.key, replay(keyed, answer, hashes.get(keyed.key) ?? '')]] : [];
  });
  return new Map(answers);
}

/** Keeps the answers of a group under the keys that it holds, and gives back the keys of what was refused. */
export async function keepTogether(
  tx: Tx,
  org: Id<'organisation'>,
  came: { readonly answered: Parameters<typeof keepAll>[2]; readonly refused: readonly string[] },
): Promise<void> {
  if (came.answered.length > 0) await keepAll(tx, shelfOf(org), came.answered);
  if (came.refused.length > 0) await release(tx, shelfOf(org), came.refused);
}

/** Leaves the handler before it has done anything: the key was answered before, or cannot be used. */
class Left extends Error {
  readonly with: Result<Response, Refusal>;
  constructor(answer: Result<Response, Refusal>) {
    super('answered without acting');
    this.with = answer;
  }
}

/** Another call holds the key for longer than anybody waits. */
export const IN_PROGRESS: Refusal = {
  code: 'request.in_progress',
  detail: 'The first request with this Idempotency-Key is still being answered; ask again in a moment.',
};

/** Whether a wait for a lock was given up. */
export function gaveUpWaiting(cause: unknown): boolean {
  return codeOf(cause) === '55P03';
}

async function claimOrLeave(unit: Unit, keyed: Keyed): Promise<void> {
  const requestHash = hashOf(keyed);
  const held = await inRealm(unit, keyed, async (tx, shelf) => {
    try {
      return await claimAll(tx, shelf, { calls: [{ key: keyed.key, requestHash }], now: keyed.now });
    } catch (cause) {
      throw gaveUpWaiting(cause) ? new Left(err(IN_PROGRESS)) : cause;
    }
  });
  const answer = held.get(keyed.key);
  if (answer) throw new Left(replay(keyed, answer, requestHash));
}

function replay(keyed: Keyed, held: KeptAnswer, requestHash: string): Result<Response, Refusal> {
  if (held.requestHash !== requestHash)
    return err({
      code: 'request.idempotency_mismatch',
      detail: 'This Idempotency-Key was used for another request; take a new one.',
    });
  if (keyed.route.secret)
    return err({
      code: 'request.answer_not_kept',
      detail: 'This was done already, and its answer held a secret, which is not kept; take a new key.',
    });
  const headers: Record<string, string> = {
    'idempotency-replayed': 'true',
    'cache-control': 'private, no-store',
  };
  if (held.etag !== null) headers['etag'] = held.etag;
  if (held.body === '') return ok(new Response(null, { status: held.status, headers }));
  headers['content-type'] = keyed.route.returns === 'ndjson' ? 'application/x-ndjson' : 'application/json';
  return ok(new Response(held.body, { status: held.status, headers }));
}

async function keepIn(unit: Unit, keyed: Keyed, response: Response): Promise<void> {
  const body = keyed.route.secret ? '' : await response.clone().text();
  await inRealm(unit, keyed, (tx, shelf) =>
    keepAll(tx, shelf, [
      { key: keyed.key, status: response.status, body, etag: response.headers.get('etag') },
    ]),
  );
}

/** A key lies with its organisation, unless the call makes or ends one. */
function inRealm<T>(
  unit: Unit,
  { route, scope, principal }: Keyed,
  work: (tx: Tx, shelf: Shelf) => Promise<T>,
): Promise<T> {
  if (scope && !route.endsOrganisation)
    return unit.inOrganisation(scope.org, (tx) => work(tx, shelfOf(scope.org)));
  const shelf: Shelf = { table: 'principal_answers', owner: 'principal_id', id: principal.id };
  return unit.inIdentity((tx) => work(tx, shelf));
}

/** Where an organisation's answers are kept. */
function shelfOf(org: Id<'organisation'>): Shelf {
  return { table: 'idempotency', owner: 'org_id', id: org };
}

function hashOf(keyed: Keyed): string {
  return sha256Hex(`${keyed.principal.id}\n${keyed.address}\n${keyed.bodyHash()}`);
}
