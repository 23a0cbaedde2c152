// HTTP of who belongs to an organisation.
import { membersRoutes, type Routes } from '@assay/contract';
import { ok } from '@assay/core';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import { disabledAmong } from '../sessions.repository.ts';
import { accessOf, type Access } from './access.readmodel.ts';
import { invite, withdraw } from './invitations.usecases.ts';
import { changeMember, endMember } from './members.changes.ts';
import { presentInvitations, presentMembers, presentRoles, presentTokens } from './members.presenter.ts';
import { changeRole, endRole, makeRole } from './roles.usecases.ts';
import { tokenUses } from './tokens.repository.ts';
import { endToken, makeToken } from './tokens.usecases.ts';

type Scoped = ContextOf<Routes['members.list']>;

export const membersHandlers = bindAll(membersRoutes, {
  'members.list': async (context) => ok({ data: { data: await members(context, await accessOf(context)) } }),
  'members.change': async (context, { params, body }) => {
    const done = await changeMember(context, params.member, body.grants);
    if (!done.ok) return done;
    const all = await members(context, done.value);
    return one(all.find(({ id }) => id === params.member));
  },
  'members.end': async (context, { params }) => emptied(await endMember(context, params.member)),
  'invitations.list': async (context) =>
    ok({ data: { data: presentInvitations(await accessOf(context), context.now) } }),
  'invitations.create': async (context, { body }) => {
    const done = await invite(context, body);
    if (!done.ok) return done;
    const { access, id, link, mailed } = done.value;
    const found = presentInvitations(access, context.now).find((each) => each.id === id);
    return ok({ data: { ...there(found), link, mailed } });
  },
  'invitations.withdraw': async (context, { params }) => emptied(await withdraw(context, params.invitation)),
  'roles.list': async (context) => ok({ data: { data: presentRoles(await accessOf(context)) } }),
  'roles.create': async (context, { body }) => {
    const done = await makeRole(context, body);
    return done.ok ? one(presentRoles(done.value.access).find(({ id }) => id === done.value.id)) : done;
  },
  'roles.change': async (context, { params, body }) => {
    const done = await changeRole(context, params.role, body);
    return done.ok ? one(presentRoles(done.value).find(({ id }) => id === params.role)) : done;
  },
  'roles.end': async (context, { params }) => emptied(await endRole(context, params.role)),
  'tokens.list': async (context) => ok({ data: { data: await tokens(context, await accessOf(context)) } }),
  'tokens.create': async (context, { body }) => {
    const done = await makeToken(context, body);
    if (!done.ok) return done;
    const { access, id, secret } = done.value;
    const found = (await tokens(context, access)).find((each) => each.id === id);
    return ok({ data: { ...there(found), secret } });
  },
  'tokens.end': async (context, { params }) => emptied(await endToken(context, params.token)),
});

async function members({ deps, scope, now }: Scoped, access: Access) {
  const ids = access.members.map(({ id }) => id);
  const disabled = await deps.db.inIdentity((tx) => disabledAmong(tx, ids));
  return presentMembers(access, { you: scope.principal.id, now, disabled });
}

async function tokens({ deps, scope, now }: Scoped, access: Access) {
  const uses = await deps.db.inIdentity((tx) => tokenUses(tx, scope.org));
  return presentTokens(access, { you: scope.principal.id, now, all: scope.may('tokens.change'), uses });
}

function emptied<E>(done: { readonly ok: true } | { readonly ok: false; readonly error: E }) {
  return done.ok ? ok({ data: undefined }) : done;
}

function one<T extends { readonly revision: number }>(found: T | undefined) {
  const data = there(found);
  return ok({ data, etag: `"${data.revision}"` });
}

/** What was just written is there. */
function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('what was written is not there');
  return found;
}
