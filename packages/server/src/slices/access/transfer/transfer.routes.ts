// HTTP of how ownership passes.
import { transferRoutes, type Routes } from '@assay/contract';
import { ok } from '@assay/core';
import { bindAll, type ContextOf } from '../../../app/handler.ts';
import { byPerson } from '../byPerson.ts';
import { accept, proposalOf, propose, takeBack } from './transfer.usecases.ts';

type Scoped = ContextOf<Routes['transfer.read']>;

export const transferHandlers = bindAll(transferRoutes, {
  'transfer.read': (context) => shown(context),
  'transfer.propose': async (context, { body }) => {
    const person = byPerson(context.scope);
    if (!person.ok) return person;
    const done = await propose(context, body);
    return done.ok ? shown(context) : done;
  },
  'transfer.accept': async (context) => {
    const person = byPerson(context.scope);
    if (!person.ok) return person;
    const done = await accept(context);
    return done.ok ? shown(context) : done;
  },
  'transfer.take_back': async (context) => {
    const done = await takeBack(context);
    return done.ok ? shown(context) : done;
  },
});

async function shown(context: Scoped) {
  const { scope } = context;
  const open = await proposalOf(context);
  if (!open) return ok({ data: { proposed: null } });
  const yours =
    open.to.id === scope.principal.id
      ? ('to_accept' as const)
      : scope.may('owners.grant')
        ? ('to_take_back' as const)
        : ('neither' as const);
  const { from, to, afterwards, proposed_at: at, expires_at } = open;
  return ok({ data: { proposed: { by: from, to, afterwards, at, expires_at, yours } } });
}
