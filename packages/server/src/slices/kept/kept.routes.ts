// HTTP of kept statements and registers, and of the way from 2013 to 2022.
import { keptRoutes, type Routes } from '@assay/contract';
import { err, ok, type Result } from '@assay/core';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { presentKept, presentWhole } from './kept.presenter.ts';
import { findKept, listKept, type KeptKind } from './kept.repository.ts';
import { commitKept, discardKept, mapKept, showKept, shownOf, startKept, undoKept } from './kept.usecases.ts';
import { transition } from './transition.readmodel.ts';
import type { Work } from './work.ts';

type Scoped = ContextOf<Routes['kept.read']>;

const SHOWN = 50;

export const keptHandlers = bindAll(keptRoutes, {
  'kept.start': async (context, { body }) => {
    const { kind, artefact, filename, table } = body;
    const refusal = mayChange(context, kind);
    if (refusal) return err(refusal);
    const shown = await startKept(context, { kind, artefact, filename, asked: table });
    return shown.ok ? ok({ data: presentWhole(shown.value) }) : shown;
  },
  'kept.list': (context, { query }) =>
    within(context, async (work) => {
      const all = await listKept(work.tx, work.scope, { kind: query.kind, limit: SHOWN });
      const data = [];
      for (const each of all) {
        const shown = await shownOf(work, each);
        if (shown.ok) data.push(presentKept(shown.value));
      }
      return ok({ data: { data } });
    }),
  'kept.read': (context, { params }) =>
    within(context, async (work) => {
      const shown = await showKept(work, params.kept);
      return shown.ok ? ok({ data: presentWhole(shown.value) }) : shown;
    }),
  'kept.map': async (context, { params, body }) => {
    const shown = await mapKept(context, params.kept, body);
    return shown.ok ? ok({ data: presentWhole(shown.value) }) : shown;
  },
  'kept.discard': (context, { params }) =>
    changing(context, params.kept, async (work) => {
      const gone = await discardKept(work, params.kept);
      return gone.ok ? ok({ data: undefined }) : gone;
    }),
  'kept.commit': (context, { params, body }) =>
    changing(context, params.kept, async (work) => {
      const shown = await commitKept(work, params.kept, body.skip_errors);
      return shown.ok ? ok({ data: presentWhole(shown.value) }) : shown;
    }),
  'kept.undo': (context, { params }) =>
    changing(context, params.kept, async (work) => {
      const shown = await undoKept(work, params.kept);
      return shown.ok ? ok({ data: presentWhole(shown.value) }) : shown;
    }),
  'soa.transition': (context, { query }) =>
    within(context, async (work) => {
      const found = await transition(work, query.certificate);
      return found.ok ? ok({ data: found.value }) : found;
    }),
});

function within<T>({ deps, scope, now }: Scoped, act: (work: Work) => Promise<T>): Promise<T> {
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, catalogue: deps.catalogue, now }));
}

/** Changes the statement or the register: whoever may do one may not always do the other. */
function changing<T>(
  context: Scoped,
  id: string,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return within(context, async (work) => {
    const held = await findKept(work.tx, work.scope, id);
    const refusal = held && mayChange(context, held.kind);
    return refusal ? err(refusal) : act(work);
  });
}

function mayChange({ scope }: Scoped, kind: KeptKind): Refusal | undefined {
  const needed = kind === 'statement' ? 'soa.change' : 'risks.change';
  return scope.may(needed)
    ? undefined
    : { code: 'access.forbidden', detail: `Your role does not allow ${needed}.` };
}
