// Evidence that arrives at the same time is written together: one transaction, one hold of the ledger, one
// wait for the disk for all of it. Acknowledged after that commit, each with its own answer and key.
import { err, ok, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import {
  claimTogether,
  gaveUpWaiting,
  IN_PROGRESS,
  keepTogether,
  type Keyed,
} from '../../app/idempotency.ts';
import type { Refusal } from '../../app/refusal.ts';
import { Batches } from '../../platform/batches.ts';
import type { Database, Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { outline } from '../controls/controls.module.ts';
import { noteArtefacts, type ArtefactRecord } from './artefacts.repository.ts';
import { etagOf, judgingOf, presentEvidence } from './evidence.presenter.ts';
import { addAll, type EvidenceDraft } from './evidence.usecases.ts';

/** One piece on its way in. */
export interface Push {
  readonly scope: OrgScope;
  readonly draft: EvidenceDraft;
  /** Bytes that came with it and lie on the disk, to be noted. */
  readonly bytes: ArtefactRecord | undefined;
  readonly keyed: Keyed | undefined;
}

const CREATED = 201;

type Answered = Result<Response, Refusal>;
type Line = Batches<Push, Answered>;

/** One line of waiting pushes for each database that this process writes to. */
const lines = new WeakMap<Database, Line>();

/** Records a piece of evidence together with all that wait; the answer is committed when it comes. */
export async function pushEvidence(
  deps: Deps,
  push: Push,
): Promise<Result<{ readonly settled: Response }, Refusal>> {
  const line = lines.get(deps.pool) ?? newLine(deps);
  lines.set(deps.pool, line);
  const answer = await line.add(push.scope.org, push);
  return answer.ok ? ok({ settled: answer.value }) : answer;
}

function newLine(deps: Deps): Line {
  return new Batches((_, pushes) => writeOnce(deps, pushes));
}

/** Writes a batch; a key that comes twice in it is answered by what its first delivery left. */
async function writeOnce(deps: Deps, pushes: readonly Push[]): Promise<readonly Answered[]> {
  const seen = new Set<string>();
  const repeats = new Set<Push>();
  for (const push of pushes) {
    if (push.keyed && seen.has(push.keyed.key)) repeats.add(push);
    else if (push.keyed) seen.add(push.keyed.key);
  }
  const answers = new Map<Push, Answered>();
  const first = pushes.filter((push) => !repeats.has(push));
  const written = await writeOrSplit(deps, first);
  first.forEach((push, i) => answers.set(push, written[i] ?? err(IN_PROGRESS)));
  if (repeats.size > 0) {
    const again = await writeOnce(deps, [...repeats]);
    [...repeats].forEach((push, i) => answers.set(push, again[i] ?? err(IN_PROGRESS)));
  }
  return pushes.map((push) => answers.get(push) ?? err(IN_PROGRESS));
}

/** A key that another server holds keeps its own call waiting, not those that came with it. */
async function writeOrSplit(deps: Deps, pushes: readonly Push[]): Promise<readonly Answered[]> {
  try {
    return await write(deps, pushes);
  } catch (cause) {
    if (!gaveUpWaiting(cause)) throw cause;
    if (pushes.length === 1) return [err(IN_PROGRESS)];
    const alone: Answered[] = [];
    for (const push of pushes) alone.push(...(await writeOrSplit(deps, [push])));
    return alone;
  }
}

async function write(deps: Deps, pushes: readonly Push[]): Promise<readonly Answered[]> {
  const [one] = pushes;
  if (!one) return [];
  const { org } = one.scope;
  return deps.pool.inOrganisation(org, async (tx) => {
    const done = await claimTogether(
      tx,
      org,
      pushes.flatMap((push) => push.keyed ?? []),
    );
    const earlier = (push: Push): Answered | undefined => push.keyed && done.get(push.keyed.key);
    const fresh = pushes.filter((push) => earlier(push) === undefined);
    const answers = await writeFresh(deps, tx, fresh);
    return pushes.map((push) => earlier(push) ?? answers.get(push) ?? err(IN_PROGRESS));
  });
}

async function writeFresh(deps: Deps, tx: Tx, pushes: readonly Push[]): Promise<ReadonlyMap<Push, Answered>> {
  const [one] = pushes;
  if (!one) return new Map();
  const { scope } = one;
  const now = deps.clock.now();
  const model = await outline(tx, scope, now);
  await noteArtefacts(
    tx,
    scope,
    pushes.flatMap((push) => push.bytes ?? []),
    now,
  );
  const work = { tx, scope, now, knownControls: new Set(model.controls.map((control) => control.code)) };
  const added = await addAll(
    work,
    pushes.map((push) => ({ ...push.draft, by: push.scope.principal.name })),
  );
  const judging = judgingOf(model);
  const answered: Parameters<typeof keepTogether>[2]['answered'][number][] = [];
  const refused: string[] = [];
  const answers = new Map<Push, Answered>();
  pushes.forEach((push, i) => {
    const result = added[i] ?? err(IN_PROGRESS);
    if (result.ok) {
      const body = JSON.stringify(presentEvidence(result.value, judging));
      const etag = etagOf(result.value);
      answers.set(push, ok(created(body, etag)));
      if (push.keyed) answered.push({ key: push.keyed.key, status: CREATED, body, etag });
    } else {
      answers.set(push, result);
      if (push.keyed) refused.push(push.keyed.key);
    }
  });
  await keepTogether(tx, scope.org, { answered, refused });
  return answers;
}

function created(body: string, etag: string): Response {
  return new Response(body, {
    status: CREATED,
    headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store', etag },
  });
}
