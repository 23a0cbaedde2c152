// HTTP of the demo's role switcher.
import { viewingRoutes, type Routes } from '@assay/contract';
import { err, ok, type HeldRole } from '@assay/core';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { landingOf } from '../landing.ts';
import { accessOf, heldBy } from '../people/access.readmodel.ts';
import { rolesShown } from '../people/shown.ts';
import { authorize, type Membership } from '../scope.ts';
import { beginViewing, endViewing, toBeViewed, viewedAs } from './viewing.usecases.ts';

type Mine = ContextOf<Routes['viewing.end']>;

const NO_SESSION: Refusal = {
  code: 'access.viewing',
  detail: 'Only a page that somebody has signed in to looks in another role; the command line is the owner.',
};

export const viewingHandlers = bindAll(viewingRoutes, {
  'viewing.list': async (context, { params }) => {
    const own = await toBeViewed(context.deps, context.principal, params.org);
    if (!own.ok) return own;
    const { session } = context;
    const viewed = session && (await viewedAs(context.deps, session, own.value));
    return ok({ data: { data: await everybody(context, own.value), now: viewed?.member ?? null } });
  },
  'viewing.begin': async ({ deps, principal, session }, { body }) => {
    if (!session) return err(NO_SESSION);
    const own = await toBeViewed(deps, principal, body.org);
    if (!own.ok) return own;
    const done = await beginViewing(deps, { session: session.id, own: own.value, member: body.member });
    if (!done.ok) return done;
    const { member, name, membership } = done.value;
    return ok({ data: shown({ member, name, held: membership.held }) });
  },
  'viewing.end': async ({ deps, session }) => {
    if (session) await endViewing(deps, session.id);
    return ok({ data: undefined });
  },
});

async function everybody({ deps, principal, origin }: Mine, own: Membership) {
  const scope = authorize({ principal, origin }, own, { permission: 'members.read' });
  if (!scope.ok) return [];
  const access = await accessOf({ deps, scope: scope.value });
  return access.members
    .filter(({ id, is }) => is.state === 'active' && id !== principal.id)
    .map(({ id, is }) => shown({ member: id, name: is.name, held: heldBy(access, is) }));
}

function shown(of: { readonly member: string; readonly name: string; readonly held: readonly HeldRole[] }) {
  return { member: of.member, name: of.name, roles: rolesShown(of.held), lands: landingOf(of.held) };
}
