// HTTP of signing in, joining, and one’s own account.
import { accountRoutes, type Output, type Routes } from '@assay/contract';
import { err, ok, type Result } from '@assay/core';
import { bindAll, type Answer, type Context, type ContextOf } from '../../../app/handler.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { rolesShown } from '../people/shown.ts';
import { findPrincipal } from '../sessions.repository.ts';
import { isVerified, passkeysOf, passwordOf, sessionsOf } from './account.repository.ts';
import {
  addPasskey,
  askNewPasskey,
  askStepUp,
  changeAccount,
  endMine,
  giveUpPasskey,
  setPassword,
  stepUp,
} from './account.usecases.ts';
import { isSteppedUp } from './mine.usecases.ts';
import { join, joinAs, lookAt } from './join.usecases.ts';
import { mailToAddress, showAddress } from './address.usecases.ts';
import { codesOf, recoveryLeft } from './codes.repository.ts';
import { beginCodes, confirmFirst, giveUpCodes, renewRecovery } from './codes.usecases.ts';
import type { Entered } from './entering.ts';
import {
  askForPasskey,
  mailLink,
  signInByCode,
  signInByMail,
  signInByPasskey,
  signInByPassword,
  tooOften,
} from './signIn.usecases.ts';

type Mine = ContextOf<Routes['account.read']>;

export const accountHandlers = bindAll(accountRoutes, {
  'sign_in.ways': async ({ deps }) =>
    ok({
      data: {
        mode: deps.signIn.mode,
        ways:
          deps.signIn.mode === 'team'
            ? ['passkey' as const, 'password' as const, 'mail' as const, 'link' as const]
            : ['link' as const],
      },
    }),
  'sign_in.password': (context, { body }) =>
    ofTeam(context, async () => entered(await signInByPassword(context.deps, body, context.device))),
  'sign_in.code': (context, { body }) =>
    ofTeam(context, async () => cameIn(await signInByCode(context.deps, body, context.device))),
  'sign_in.letter': (context, { body }) =>
    ofTeam(context, async () => {
      const tries = tooOften(context.deps, `letter ${body.email}`);
      if (tries) return err(tries);
      await mailLink(context.deps, body.email);
      return ok({ data: undefined });
    }),
  'sign_in.link': (context, { body }) =>
    ofTeam(context, async () => entered(await signInByMail(context.deps, body.secret, context.device))),
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
  'account.codes_begin': (context) => ofTeam(context, async () => data(await beginCodes(context))),
  'account.codes_confirm': (context, { body }) =>
    ofTeam(context, async () => recovery(await confirmFirst(context, body.code))),
  'account.codes_drop': (context) => ofTeam(context, async () => shown(context, await giveUpCodes(context))),
  'account.recovery_renew': (context) => ofTeam(context, async () => recovery(await renewRecovery(context))),
  'account.address_letter': (context) =>
    ofTeam(context, async () => {
      const done = await mailToAddress(context);
      return done.ok ? ok({ data: undefined }) : done;
    }),
  'account.address_verify': (context, { body }) =>
    ofTeam(context, async () => shown(context, await showAddress(context, body.secret))),
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

function data<T>(done: Result<T, Refusal>) {
  return done.ok ? ok({ data: done.value }) : done;
}

function recovery(done: Result<readonly string[], Refusal>) {
  return done.ok ? ok({ data: { recovery_codes: [...done.value] } }) : done;
}

function entered(
  done: Result<Entered, Refusal>,
): Result<Answer<Output<Routes['sign_in.password']>>, Refusal> {
  if (!done.ok) return done;
  const { value } = done;
  if (value.state === 'second_factor') return ok({ data: value });
  return ok({ data: { state: 'signed_in' as const }, opens: value.session.token });
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
    const codes = await codesOf(tx, principal.id);
    const sessions = await sessionsOf(tx, principal.id, now);
    return {
      id: principal.id,
      name: person?.name ?? principal.name,
      email: person?.email ?? null,
      email_verified: person !== undefined && (await isVerified(tx, person.id)),
      codes:
        codes && codes.confirmedAt !== null
          ? { confirmed_at: codes.confirmedAt, recovery_left: await recoveryLeft(tx, principal.id) }
          : null,
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
