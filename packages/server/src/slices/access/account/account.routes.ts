// HTTP of signing in, joining, and one’s own account.
import { accountRoutes, type Routes } from '@assay/contract';
import { err, ok, type Result } from '@assay/core';
import { bindAll, type Context, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { rolesShown } from '../people/shown.ts';
import { findPrincipal } from '../sessions.repository.ts';
import { passkeysOf, passwordOf, sessionsOf } from './account.repository.ts';
import {
  addPasskey,
  askNewPasskey,
  askStepUp,
  changeAccount,
  endMine,
  giveUpPasskey,
  isSteppedUp,
  setPassword,
  stepUp,
} from './account.usecases.ts';
import { join, joinAs, lookAt } from './join.usecases.ts';
import { askForPasskey, signInByPasskey, signInByPassword } from './signIn.usecases.ts';

type Mine = ContextOf<Routes['account.read']>;

export const accountHandlers = bindAll(accountRoutes, {
  'sign_in.ways': async ({ deps }) =>
    ok({
      data: {
        mode: deps.signIn.mode,
        ways:
          deps.signIn.mode === 'team'
            ? ['passkey' as const, 'password' as const, 'link' as const]
            : ['link' as const],
      },
    }),
  'sign_in.password': (context, { body }) =>
    ofTeam(context, async () => cameIn(await signInByPassword(context.deps, body, context.device))),
  'sign_in.passkey_question': (context) =>
    ofTeam(context, async () => ok({ data: asSaid(await askForPasskey(context.deps)) })),
  'sign_in.passkey': (context, { body }) =>
    ofTeam(context, async () => cameIn(await signInByPasskey(context.deps, body, context.device))),
  'join.look': (context, { body }) =>
    ofTeam(context, async () => {
      const found = await lookAt(context.deps, body.secret, context.origin);
      if (!found.ok) return found;
      const { held, ...rest } = found.value;
      return ok({ data: { ...rest, roles: rolesShown(held) } });
    }),
  'join.accept': (context, { body }) =>
    ofTeam(context, async () => {
      const done = await join(context.deps, body, { origin: context.origin, from: context.device });
      if (!done.ok) return done;
      const { state, slug } = done.value;
      return ok({
        data: { state, slug },
        ...(done.value.state === 'signed_in' ? { opens: done.value.session.token } : {}),
      });
    }),
  'join.mine': (context, { body }) =>
    ofTeam(context, async () => {
      const { deps, origin, principal } = context;
      const done = await joinAs(deps, body.secret, { origin, principal });
      return done.ok ? ok({ data: done.value }) : done;
    }),
  'account.read': (context) => account(context),
  'account.change': async (context, { body }) => shown(context, await changeAccount(context, body)),
  'account.password': (context, { body }) =>
    ofTeam(context, async () => shown(context, await setPassword(context, body.password))),
  'account.passkey_question': (context) =>
    ofTeam(context, async () => {
      const asked = await askNewPasskey(context);
      return asked.ok ? ok({ data: asSaid(asked.value) }) : asked;
    }),
  'account.passkey_add': (context, { body }) =>
    ofTeam(context, async () => shown(context, await addPasskey(context, body))),
  'account.passkey_drop': async (context, { params }) =>
    shown(context, await giveUpPasskey(context, params.passkey)),
  'account.step_up_question': (context) =>
    ofTeam(context, async () => ok({ data: asSaid(await askStepUp(context)) })),
  'account.step_up': (context, { body }) =>
    ofTeam(context, async () => shown(context, await stepUp(context, body), true)),
  'account.session_end': async (context, { params }) =>
    shown(context, await endMine(context, { only: params.session })),
  'account.sessions_end': async (context) => shown(context, await endMine(context, 'others')),
});

/** Accounts are of a server that many people use. */
function ofTeam<T>({ deps }: Context, act: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  if (deps.signIn.mode === 'team') return act();
  return Promise.resolve(
    err({
      code: 'access.team_only',
      detail: 'This server knows only the owner of its machine; start it with --team.',
    }),
  );
}

function cameIn(done: Result<{ readonly token: string }, Refusal>) {
  return done.ok ? ok({ data: { state: 'signed_in' as const }, opens: done.value.token }) : done;
}

/** The library’s types leave out that other fields may stand there. */
function asSaid<T extends object>({
  id,
  question,
}: {
  readonly id: string;
  readonly question: T & { challenge: string };
}) {
  return {
    id,
    question: { ...Object.fromEntries<unknown>(Object.entries(question)), challenge: question.challenge },
  };
}

async function shown(context: Mine, done: Result<true, Refusal>, justNow = false) {
  return done.ok ? account(context, justNow) : done;
}

async function account({ deps, principal, session, now }: Mine, justNow = false) {
  const data = await deps.db.inIdentity(async (tx) => {
    const person = await findPrincipal(tx, principal.id);
    const password = await passwordOf(tx, principal.id);
    const passkeys = await passkeysOf(tx, principal.id);
    const sessions = await sessionsOf(tx, principal.id, now);
    return {
      id: principal.id,
      name: person?.name ?? principal.name,
      email: person?.email ?? null,
      password: password ? { changed_at: password.changedAt } : null,
      passkeys: passkeys.map((each) => ({
        id: each.id,
        name: each.name,
        created_at: each.createdAt,
        used_at: each.usedAt,
        backed_up: each.backedUp,
      })),
      sessions: sessions.map((each) => ({
        id: each.session_id,
        agent: each.agent,
        address: each.address,
        factors: each.factors,
        created_at: each.created_at,
        seen_at: each.seen_at,
        expires_at: each.expires_at,
        this: each.session_id === session?.id,
      })),
      idle_minutes: deps.signIn.idleMinutes,
      stepped_up: justNow || isSteppedUp(session, now),
    };
  });
  return ok({ data });
}
