// A member is written with its ledger entry and with the note of who belongs where: all three, or none.
import type { Grant, Instant } from '@assay/core';
import { z } from 'zod';
import type { Deps } from '../../app/deps.ts';
import { record } from '../evidence/evidence.module.ts';
import { directoryOf } from './access.repository.ts';
import { ACCESS_ENTRIES } from './entries.ts';
import { readMember, wholly, type MemberDocument } from './held.ts';
import {
  insertAccess,
  listAccess,
  markCarried,
  noteBelonging,
  waitingMembers,
  type AccessThing,
} from './members.repository.ts';
import { systemScope, type OrgScope } from './scope.ts';

const plain = z.record(z.string(), z.json());

/** Writes the next version of a record of access with its entry. */
export async function writeAccess(
  deps: Pick<Deps, 'db'>,
  scope: OrgScope,
  next: AccessThing,
  now: Instant,
): Promise<void> {
  await deps.db.inOrganisation(scope.org, async (tx) => {
    const revision = await insertAccess(tx, scope, next, now);
    const { kind, thing } = next;
    const document = plain.parse(JSON.parse(JSON.stringify(next.document)));
    await record(tx, scope, {
      kind: ACCESS_ENTRIES[kind],
      subject: thing,
      at: now,
      payload: { ...document, kind, thing, revision, by: scope.principal.name },
    });
  });
}

/** Makes somebody a member, changes what they hold, or ends them. */
export async function writeMember(
  deps: Pick<Deps, 'db'>,
  scope: OrgScope,
  of: { readonly principal: string; readonly member: MemberDocument },
  now: Instant,
): Promise<void> {
  await writeAccess(deps, scope, { kind: 'member', thing: of.principal, document: of.member }, now);
  await deps.db.inIdentity((tx) =>
    noteBelonging(tx, { org: scope.org, principal: of.principal, belongs: of.member.state === 'active' }),
  );
}

/** All members that an organisation has or had. */
export async function allMembers(
  deps: Pick<Deps, 'db'>,
  scope: OrgScope,
): Promise<ReadonlyMap<string, MemberDocument & { readonly revision: number }>> {
  const all = await deps.db.inOrganisation(scope.org, (tx) => listAccess(tx, scope));
  return new Map(
    all.flatMap(({ kind, thing, document, revision }) =>
      kind === 'member' ? [[thing, { ...readMember(document), revision }] as const] : [],
    ),
  );
}

/** Carries members of before there were grants over, each organisation with its entries in one transaction. */
export async function carryMembers(
  deps: Deps,
  inOne: (work: (deps: Deps) => Promise<void>) => Promise<void>,
): Promise<void> {
  const waiting = await deps.db.inIdentity((tx) => waitingMembers(tx));
  if (waiting.length === 0) return;
  const directory = await deps.db.inIdentity((tx) => directoryOf(tx));
  for (const place of directory)
    await inOne(async (unit) => {
      const scope = systemScope(place);
      for (const each of waiting.filter(({ org }) => org === place.org)) {
        const grants: readonly Grant[] = [wholly(each.role)];
        await writeMember(
          unit,
          scope,
          {
            principal: each.principal,
            member: { name: each.name, email: null, state: 'active', grants: [...grants] },
          },
          deps.clock.now(),
        );
        await unit.db.inIdentity((tx) => markCarried(tx, each.org, each.principal));
      }
    });
}
