// Use cases of calendar feeds: give an address once, revoke it, answer whoever holds it.
import { err, ok, workOf, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { newId, newSecret, sameSecret, sha256Hex } from '../../platform/crypto.ts';
import { memberScope, type HeldAddress } from '../access/access.module.ts';
import { concealed, ledgerSize, record } from '../evidence/evidence.module.ts';
import { calendarOf } from './calendar.ts';
import { NO_ADDRESS } from './digests.usecases.ts';
import { dropFeed, insertFeed, listFeeds, type Feed } from './feeds.repository.ts';
import { listPreferences, NO_PREFERENCES } from './preferences.repository.ts';
import type { Work } from './tasks.usecases.ts';
import { everything } from './work.readmodel.ts';

/** Makes a feed; its secret is in the answer and nowhere else. */
export async function createFeed(
  { tx, deps, scope, now }: Work,
  of: Feed['of'],
): Promise<{ readonly feed: Feed; readonly path: string }> {
  const token = newSecret();
  const feed: Feed = {
    id: newId('feed', now),
    of,
    tokenHash: sha256Hex(token),
    madeBy: scope.principal.name,
    createdAt: now,
  };
  await insertFeed(tx, scope, feed);
  await record(tx, scope, {
    kind: 'feed.created',
    subject: feed.id,
    at: now,
    payload: {
      feed: feed.id,
      of,
      token: concealed({ keys: deps.keys, scope }, token),
      by: scope.principal.name,
    },
  });
  return { feed, path: `/v1/calendar/${scope.slug}/${scope.principal.id}/${token}` };
}

/** Revokes a feed: from here on its address answers nobody. */
export async function revokeFeed({ tx, scope, now }: Work, id: string): Promise<Result<undefined, Refusal>> {
  if (!(await dropFeed(tx, scope, id)))
    return err({ code: 'feed.not_found', detail: `You have no calendar feed ${id}.` });
  await record(tx, scope, {
    kind: 'feed.revoked',
    subject: id,
    at: now,
    payload: { feed: id, by: scope.principal.name },
  });
  return ok(undefined);
}

/** The calendar for whoever holds an address. Its maker must still be a member: what they lost, it loses. */
export async function serveFeed(deps: Deps, address: HeldAddress): Promise<Result<string, Refusal>> {
  const now = deps.clock.now();
  const scope = await deps.db.inIdentity((tx) => memberScope(tx, address, 'work.read'));
  if (!scope) return err(NO_ADDRESS);
  const hash = sha256Hex(address.token);
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const [feed] = (await listFeeds(tx, scope)).filter((each) => sameSecret(each.tokenHash, hash));
    if (!feed) return err(NO_ADDRESS);
    const all = await everything(tx, { deps, scope, now });
    const own = (await listPreferences(tx, scope)).get(scope.principal.id) ?? NO_PREFERENCES;
    const personal = feed.of === 'person';
    const { shown, rest } = workOf(all.tasks, all.marks, {
      roles: personal ? own.roles : [],
      today: all.state.today,
      ...(personal ? { name: scope.principal.name } : {}),
    });
    return ok(
      calendarOf({
        org: scope.org,
        slug: scope.slug,
        origin: deps.mail.origin,
        tasks: [...shown, ...rest],
        examination: personal ? undefined : all.state.posture.examination,
        sequence: await ledgerSize(tx, scope),
        now,
      }),
    );
  });
}
