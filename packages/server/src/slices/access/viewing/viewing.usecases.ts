// The role switcher of the demo: the owner of a local server looks at a demo organisation as one of its members does.
// What they then hold is that member's grants, cut to what they hold themselves; nothing is checked in another way.
import { err, everywhere, isOwner, lent, ok, type Result } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { membershipsOf } from '../members.repository.ts';
import type { Membership, Principal } from '../scope.ts';
import { memberIn, setViewing, viewingOf } from './viewing.repository.ts';

type Given = Pick<Deps, 'db' | 'signIn'>;

/** What a session holds while it looks as somebody else, and as whom. */
export interface Viewed {
  readonly member: string;
  readonly name: string;
  readonly membership: Membership;
}

/** As whom a session looks at this organisation; undefined where it is the person's own self. */
export async function viewedAs(
  deps: Given,
  session: Parameters<typeof viewingOf>[1],
  own: Membership | undefined,
): Promise<Viewed | undefined> {
  if (!own || !mayBeViewed(deps, own)) return undefined;
  return deps.db.inIdentity(async (tx) => {
    const viewing = await viewingOf(tx, session);
    if (viewing?.org !== own.org) return undefined;
    const found = await memberIn(tx, own.org, viewing.member);
    // Whoever left holds nothing, and nobody looks as they do.
    return (
      found && {
        member: viewing.member,
        name: found.name,
        membership: { ...own, held: lent(found.held, everywhere(own.held)) },
      }
    );
  });
}

/** The organisation, if the person may look at it in another role. */
export async function toBeViewed(
  deps: Given,
  principal: Principal,
  slug: string,
): Promise<Result<Membership, Refusal>> {
  const all = await deps.db.inIdentity((tx) => membershipsOf(tx, principal.id));
  const own = all.find((each) => each.slug === slug);
  if (!own)
    return err({
      code: 'organisation.not_found',
      detail: 'There is no such organisation, or it is not yours.',
    });
  return mayBeViewed(deps, own)
    ? ok(own)
    : err({
        code: 'access.viewing',
        detail: 'Only the owner of a local server looks at its demo organisations in another role.',
      });
}

/** Begins to look as a member does, until it is ended or the session is over. */
export async function beginViewing(
  deps: Given,
  of: { readonly session: string; readonly own: Membership; readonly member: string },
): Promise<Result<Viewed, Refusal>> {
  const { session, own, member } = of;
  await deps.db.inIdentity(async (tx) => {
    if (await memberIn(tx, own.org, member)) await setViewing(tx, session, { org: own.org, member });
    else await setViewing(tx, session, undefined);
  });
  const viewed = await viewedAs(deps, { id: session }, own);
  return viewed
    ? ok(viewed)
    : err({ code: 'access.member_not_found', detail: 'There is no such member of the demo organisation.' });
}

export function endViewing(deps: Given, session: string): Promise<void> {
  return deps.db.inIdentity((tx) => setViewing(tx, session, undefined));
}

function mayBeViewed({ signIn }: Given, own: Membership): boolean {
  return signIn.mode === 'local' && own.demo && isOwner(own.held);
}
