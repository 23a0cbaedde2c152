// HTTP of keys: what wraps what, and wrapping it anew.
import { keysRoutes, type Routes } from '@assay/contract';
import { err, ok } from '@assay/core';
import { bindAll, type ContextOf } from '../../app/handler.ts';
import { record } from '../evidence/evidence.module.ts';

type Scoped = ContextOf<Routes['keys.read']>;

export const keysHandlers = bindAll(keysRoutes, {
  'keys.read': (context) => shown(context),
  'keys.rotate': async (context) => {
    const { deps, scope, now } = context;
    const { version, turning } = await deps.rotation.state(scope.org);
    // One that is under way goes on: it has its entry already.
    if (!turning)
      await deps.db.inOrganisation(scope.org, (tx) =>
        record(tx, scope, {
          kind: 'keys.rotated',
          subject: scope.org,
          at: now,
          payload: { version: version + 1, by: scope.principal.name },
        }),
      );
    await deps.db.afterCommit(() => Promise.resolve(deps.rotation.begin(scope.org)));
    return shown(context);
  },
  'root_key.rotate': async ({ deps, origin }) => {
    if (origin.via.kind !== 'machine')
      return err({
        code: 'access.forbidden',
        detail: 'Only the command line on the server’s machine changes the root key.',
      });
    if (!deps.rotation.root()) {
      const { kind } = deps.rotation.rootState();
      return err({
        code: 'keys.root_by_configuration',
        detail: `The root key comes from ${kind === 'environment' ? 'the environment' : 'a device'}; Assay cannot make the next one there.`,
      });
    }
    return ok({ data: deps.rotation.rootState() });
  },
});

async function shown({ deps, scope }: Pick<Scoped, 'deps' | 'scope'>) {
  return ok({ data: { ...(await deps.rotation.state(scope.org)), root: deps.rotation.rootState() } });
}
