// HTTP of sign-in by a provider: beginning and answering it, and what an organisation says of it.
import { federationRoutes, type Routes } from '@assay/contract';
import { err, ok, resolve, type Grant, type Result } from '@assay/core';
import { bindAll, type Context, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { accessOf } from '../people/access.readmodel.ts';
import { rolesShown } from '../people/shown.ts';
import { answerOfProvider, beginAtProvider, redirectOf } from './arriving.usecases.ts';
import { tradeToken } from './exchange.usecases.ts';
import { lastTrades } from './federation.repository.ts';
import { federationOf } from './federation.readmodel.ts';
import { leavers } from './leavers.readmodel.ts';
import { presentSetup } from './setup.presenter.ts';
import {
  addDomain,
  addPipeline,
  checkDomain,
  dropDomain,
  dropProvider,
  endPipeline,
  setProvider,
  setRules,
} from './setup.usecases.ts';
import { hasProviderSecret } from './secret.ts';

type Scoped = ContextOf<Routes['sign_in.setup']>;

export const federationHandlers = bindAll(federationRoutes, {
  'sign_in.provider': (context, { body }) =>
    ofTeam(context, async () => {
      const begun = await beginAtProvider(context.deps, body, context);
      if (!begun.ok) return begun;
      const { address, binds } = begun.value;
      return ok({ data: { address }, binds });
    }),
  'sign_in.provider_answer': (context, { body }) =>
    ofTeam(context, async () => {
      const { deps, origin, device: from, binding } = context;
      const arrived = await answerOfProvider(deps, body, { origin, from, binding });
      if (!arrived.ok) return arrived;
      const { session, slug } = arrived.value;
      return ok({ data: { state: 'signed_in' as const, slug }, opens: session.token, binds: '' });
    }),
  'sign_in.exchange': async ({ deps, origin }, { params, body }) => {
    const traded = await tradeToken(deps, { organisation: params.org, token: body.subject_token }, origin);
    if (!traded.ok) return traded;
    const { secret, seconds, scopes } = traded.value;
    return ok({
      data: {
        access_token: secret,
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' as const,
        token_type: 'Bearer' as const,
        expires_in: seconds,
        scope: scopes.join(' '),
      },
    });
  },
  'sign_in.setup': (context) => setup(context, ok(true)),
  'sign_in.provider_set': async (context, { body }) => setup(context, await setProvider(context, body)),
  'sign_in.provider_drop': async (context) => setup(context, await dropProvider(context)),
  'sign_in.domain_add': async (context, { body }) => setup(context, await addDomain(context, body.domain)),
  'sign_in.domain_check': async (context, { params }) =>
    setup(context, await checkDomain(context, params.domain)),
  'sign_in.domain_drop': async (context, { params }) =>
    setup(context, await dropDomain(context, params.domain)),
  'sign_in.rules_set': async (context, { body }) => setup(context, await setRules(context, body)),
  'sign_in.pipeline_add': async (context, { body }) => setup(context, await addPipeline(context, body)),
  'sign_in.pipeline_end': async (context, { params }) =>
    setup(context, await endPipeline(context, params.pipeline)),
  'members.left': async (context) => ok({ data: { data: [...(await leavers(context))] } }),
});

function ofTeam<T>({ deps }: Context, act: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  if (deps.signIn.mode === 'team') return act();
  return Promise.resolve(
    err({
      code: 'access.team_only',
      detail: 'This server knows only the owner of its machine; start it with --team.',
    }),
  );
}

async function setup(context: Scoped, done: Result<true, Refusal>) {
  if (!done.ok) return done;
  const { deps, scope } = context;
  const federation = await federationOf(context);
  const access = await accessOf(context);
  const [secret, trades] = await deps.db.inIdentity(async (tx) => [
    await hasProviderSecret(tx, scope.org),
    await lastTrades(tx, scope.org),
  ]);
  const shown = (grant: Grant) => {
    const [role] = rolesShown(resolve([grant], access.custom));
    if (!role) throw new Error('a grant is one role');
    return role;
  };
  return ok({
    data: presentSetup(context, federation, {
      redirect: redirectOf(deps, scope.slug),
      secret,
      trades,
      shown,
      nameOf: (id) => access.members.find((member) => member.id === id)?.is.name ?? id,
    }),
  });
}
