// Letting somebody sign in no more, on the whole server: for whoever runs it, by the command line of its machine.
import { err, ok, type Instant, type Result } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { endSessions, personByEmail } from './account/account.repository.ts';
import { noteIdentity } from './identityEvents.repository.ts';
import type { Origin } from './origin.ts';
import type { Person } from './scope.ts';
import { findPrincipal, localOwner, setDisabled } from './sessions.repository.ts';

interface Who {
  /** Id, or the address that they sign in with. */
  readonly person: string;
  readonly origin: Origin;
  readonly now: Instant;
}

/** Their sessions end in the same transaction; tokens are asked for their owner at every call. */
export function disable(deps: Deps, who: Who): Promise<Result<Person, Refusal>> {
  return change(deps, who, who.now);
}

export function enable(deps: Deps, who: Who): Promise<Result<Person, Refusal>> {
  return change(deps, who, null);
}

async function change(
  deps: Deps,
  { person: called, origin, now }: Who,
  disabledAt: Instant | null,
): Promise<Result<Person, Refusal>> {
  if (origin.via.kind !== 'machine')
    return err({
      code: 'access.forbidden',
      detail: 'Only the command line on the server’s machine says who may sign in to it.',
    });
  return deps.db.inIdentity(async (tx) => {
    const found = (await findPrincipal(tx, called)) ?? (await personByEmail(tx, called, 'said'));
    if (!found) return err({ code: 'access.person_not_found', detail: `Nobody here is called ${called}.` });
    const first = await localOwner(tx, { id: found.id, name: found.name, now });
    if (first.id === found.id)
      return err({
        code: 'access.forbidden',
        detail: 'The first owner acts for the machine itself and cannot be disabled.',
      });
    await setDisabled(tx, found.id, disabledAt);
    if (disabledAt !== null) await endSessions(tx, found.id, { but: '' });
    await noteIdentity(tx, {
      kind: disabledAt === null ? 'account.enabled' : 'account.disabled',
      at: now,
      principal: found.id,
      origin,
    });
    return ok({ ...found, disabledAt });
  });
}
