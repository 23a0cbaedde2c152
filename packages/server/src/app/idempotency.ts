// The same key and the same request give the same answer; the same key and another request is refused.
import { err, ok, type Result } from '@assay/core';
import { sha256Hex } from '../platform/crypto.ts';
import type { OrgScope } from '../slices/access/access.module.ts';
import type { Deps } from './deps.ts';
import { findAnswer, keepAnswer } from './idempotency.repository.ts';
import type { Refusal } from './refusal.ts';

interface Keyed {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly key: string;
  readonly path: string;
  readonly body: unknown;
}

/** Requests that are being answered now, so that two with one key do not both act. */
const running = new Map<string, Promise<Response>>();

/** Answers from what was kept, or acts and keeps the answer. */
export async function once(keyed: Keyed, act: () => Promise<Response>): Promise<Result<Response, Refusal>> {
  const { deps, scope, key } = keyed;
  const name = `${scope.org} ${key}`;
  await running.get(name)?.catch(() => undefined);
  const requestHash = sha256Hex(`${keyed.path}\n${JSON.stringify(keyed.body) ?? ''}`);
  const held = await findAnswer(deps.db, scope.org, { key, now: deps.clock.now() });
  if (held) {
    if (held.requestHash !== requestHash)
      return err({
        code: 'request.idempotency_mismatch',
        detail: 'This Idempotency-Key was used for another request; take a new one.',
      });
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'idempotency-replayed': 'true',
      ...(held.etag === null ? {} : { etag: held.etag }),
    };
    return ok(new Response(held.body, { status: held.status, headers }));
  }
  const answer = act();
  running.set(name, answer);
  try {
    const response = await answer;
    if (response.ok)
      await keepAnswer(deps.db, scope.org, {
        key,
        now: deps.clock.now(),
        requestHash,
        status: response.status,
        body: await response.clone().text(),
        etag: response.headers.get('etag'),
      });
    return ok(response);
  } finally {
    running.delete(name);
  }
}
