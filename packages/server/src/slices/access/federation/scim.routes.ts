// HTTP of SCIM 2.0.
import { scimRoutes, type Routes } from '@assay/contract';
import { err, ok, type PatchOperation, type Result } from '@assay/core';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { federationOf } from './federation.readmodel.ts';
import {
  chosen,
  presentConfig,
  presentGroup,
  presentList,
  presentSchemas,
  presentTypes,
  presentUser,
  type Asked,
  type Resource,
} from './scim.presenter.ts';
import {
  addGroup,
  addUser,
  deleteGroup,
  deleteUser,
  patchGroup,
  patchUser,
  putGroup,
  putUser,
  usersOf,
} from './scim.usecases.ts';

type Scoped = ContextOf<Routes['scim.config']>;

export const scimHandlers = bindAll(scimRoutes, {
  'scim.config': (context) => Promise.resolve(ok({ data: presentConfig(context) })),
  'scim.types': (context) => Promise.resolve(listed(presentTypes(context), {})),
  'scim.schemas': (context) => Promise.resolve(listed(presentSchemas(context), {})),
  'scim.user_list': async (context, { query }) => {
    const federation = await federationOf(context);
    return listed(
      usersOf(federation).map((user) => presentUser(context, federation, user)),
      query,
    );
  },
  'scim.user_add': async (context, { body }) => user(context, await addUser(context, body)),
  'scim.user_read': (context, { params, query }) => user(context, ok(params.provisioned), query),
  'scim.user_put': async (context, { params, body }) =>
    user(context, await putUser(context, params.provisioned, body)),
  'scim.user_patch': async (context, { params, body }) =>
    user(context, await patchUser(context, params.provisioned, operationsIn(body.Operations))),
  'scim.user_delete': async (context, { params }) => emptied(await deleteUser(context, params.provisioned)),
  'scim.group_list': async (context, { query }) => {
    const federation = await federationOf(context);
    return listed(
      federation.groups.map((group) => presentGroup(context, federation, group)),
      query,
    );
  },
  'scim.group_add': async (context, { body }) => group(context, await addGroup(context, body)),
  'scim.group_read': (context, { params, query }) => group(context, ok(params.group), query),
  'scim.group_put': async (context, { params, body }) =>
    group(context, await putGroup(context, params.group, body)),
  'scim.group_patch': async (context, { params, body }) =>
    group(context, await patchGroup(context, params.group, operationsIn(body.Operations))),
  'scim.group_delete': async (context, { params }) => emptied(await deleteGroup(context, params.group)),
});

function listed(all: readonly Resource[], asked: Asked) {
  const list = presentList(all, asked);
  return list.ok ? ok({ data: list.value }) : list;
}

async function user(context: Scoped, done: Result<string, Refusal>, asked: Asked = {}) {
  if (!done.ok) return done;
  const federation = await federationOf(context);
  const found = usersOf(federation).find(({ id }) => id === done.value);
  return found
    ? ok({ data: chosen(presentUser(context, federation, found), asked) })
    : err<Refusal>({ code: 'scim.not_found', detail: 'The directory made no user of this id.' });
}

async function group(context: Scoped, done: Result<string, Refusal>, asked: Asked = {}) {
  if (!done.ok) return done;
  const federation = await federationOf(context);
  const found = federation.groups.find(({ id }) => id === done.value);
  return found
    ? ok({ data: chosen(presentGroup(context, federation, found), asked) })
    : err<Refusal>({ code: 'scim.not_found', detail: 'The directory made no group of this id.' });
}

function operationsIn(
  operations: readonly {
    readonly op: string;
    readonly path?: string | null | undefined;
    readonly value?: unknown;
  }[],
): readonly PatchOperation[] {
  return operations.map(({ op, path, value }) => ({ op, path: path ?? undefined, value }));
}

function emptied(done: Result<true, Refusal>) {
  return done.ok ? ok({ data: undefined }) : done;
}
