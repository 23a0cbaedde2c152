// Signing in by the provider of an organisation: begun in one browser, answered in the same one, once. Whom the provider
// means is told by issuer and subject; an address only leads to an account where both sides have shown that it is theirs.
import { domainOfAddress, err, ok, type Result } from '@assay/core';
import * as oauth from 'oauth4webapi';
import { z } from 'zod';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { newId, newSecret, sameSecret, sha256Hex } from '../../../platform/crypto.ts';
import { dropClaims, personByEmail } from '../account/account.repository.ts';
import { answered, ask } from '../account/challenges.repository.ts';
import type { Origin } from '../origin.ts';
import { accessOf } from '../people/access.readmodel.ts';
import type { Work } from '../people/work.ts';
import { arrivingScope, type Directed, type Person } from '../scope.ts';
import { findPrincipal, insertPerson, type Device } from '../sessions.repository.ts';
import { noteRefused, openSession, type NewSession } from '../sessions.usecases.ts';
import { claimants, link, linkedPerson, placeOfDomain, placeOfSlug } from './federation.repository.ts';
import { federationOf, isProved, type Federation } from './federation.readmodel.ts';
import { arrivalOf, enrolArrived } from './joining.ts';
import { askingAddress, discover, proved, type Asked, type Provider, type Said } from './provider.ts';
import { providerSecret } from './secret.ts';

/** The address to which a provider sends people back: one for each organisation, so that no answer is taken for another’s. */
export function redirectOf({ origin }: Pick<Deps, 'origin'>, slug: string): string {
  return `${origin}/sign-in/at/${slug}`;
}

export interface Caller {
  readonly origin: Origin;
  readonly from: Device;
  readonly binding: string | undefined;
}

const NOBODY: Refusal = {
  code: 'federation.no_provider',
  detail: 'No organisation of this name or e-mail domain signs in by a provider.',
};

const kept = z.object({
  org: z.string(),
  issuer: z.string(),
  client: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  binding: z.string(),
});

/** Begins in the caller’s browser; nothing of the organisation is told but where its provider is. */
export async function beginAtProvider(
  deps: Deps,
  where: { readonly organisation: string } | { readonly email: string },
  { origin }: Pick<Caller, 'origin'>,
): Promise<Result<{ readonly address: string; readonly binds: string }, Refusal>> {
  const place = await deps.pool.inIdentity((tx) =>
    'organisation' in where
      ? placeOfSlug(tx, where.organisation)
      : placeOfDomain(tx, domainOfAddress(where.email) ?? ''),
  );
  if (!place) return err(NOBODY);
  const said = (await settingsOf(deps, place, origin)).provider?.is;
  if (!said) return err(NOBODY);
  const provider = await discover(deps, said.issuer);
  if (!provider.ok) return provider;
  const binds = newSecret();
  const asked = { nonce: oauth.generateRandomNonce(), verifier: oauth.generateRandomCodeVerifier() };
  const question = {
    ...asked,
    org: place.slug,
    issuer: provider.value.issuer,
    client: said.client_id,
    binding: sha256Hex(binds),
  };
  const state = await deps.db.inIdentity((tx) =>
    ask(tx, {
      kind: 'provider',
      principal: null,
      challenge: JSON.stringify(question),
      now: deps.clock.now(),
    }),
  );
  const redirect = redirectOf(deps, place.slug);
  const client = { id: said.client_id, secret: undefined };
  return ok({ address: await askingAddress(provider.value, client, { ...asked, state, redirect }), binds });
}

export interface Arrived {
  readonly session: NewSession;
  readonly slug: string;
}

/** Opens a session for whom the provider proves, who joins first where the organisation lets them. */
export async function answerOfProvider(
  deps: Deps,
  said: { readonly organisation: string; readonly answer: string },
  caller: Caller,
): Promise<Result<Arrived, Refusal>> {
  const shown = await shownBy(deps, said, caller);
  if (!shown.ok) return refuse(deps, caller, shown.error);
  const { place, claims, settings } = shown.value;
  const scope = arrivingScope(place, { origin: caller.origin });
  const person = await personOf({ deps, scope, now: deps.clock.now() }, settings, claims);
  if (!person.ok) return refuse(deps, caller, person.error);
  const work: Work = {
    deps,
    scope: arrivingScope(place, { principal: person.value, origin: caller.origin }),
    now: deps.clock.now(),
  };
  const arrival = await arrivalOf(work, settings, { person: person.value, claims });
  if (!arrival.ok) return refuse(deps, caller, arrival.error);
  await enrolArrived(work, arrival.value);
  const session = await deps.db.inIdentity((tx) =>
    openSession(tx, deps, {
      principal: person.value,
      factors: ['oidc'],
      from: caller.from,
      shown: true,
    }),
  );
  return ok({ session, slug: place.slug });
}

interface Shown {
  readonly place: Directed;
  readonly claims: Said;
  readonly settings: Federation;
}

/** What the answer proves. The question is spent whatever comes of it: an answer is heard once. */
async function shownBy(
  deps: Deps,
  { organisation, answer }: { readonly organisation: string; readonly answer: string },
  caller: Caller,
): Promise<Result<Shown, Refusal>> {
  const state = new URLSearchParams(answer).get('state') ?? '';
  const challenge = await deps.pool.inIdentity((tx) =>
    answered(tx, { secret: state, kind: 'provider', principal: null, now: deps.clock.now() }),
  );
  if (challenge === undefined) return refused('The answer belongs to no sign-in that is under way (state).');
  const question = kept.parse(JSON.parse(challenge));
  if (!sameSecret(sha256Hex(caller.binding ?? ''), question.binding))
    return refused('The sign-in began in another browser.');
  if (question.org !== organisation)
    return refused('The answer came to the address of another organisation.');
  const place = await deps.pool.inIdentity((tx) => placeOfSlug(tx, organisation));
  if (!place) return err(NOBODY);
  const settings = await settingsOf(deps, place, caller.origin);
  const now = settings.provider?.is;
  if (!now || now.client_id !== question.client)
    return refused('The organisation has another provider by now.');
  const provider = await discover(deps, now.issuer);
  if (!provider.ok) return provider;
  if (provider.value.issuer !== question.issuer)
    return refused('The organisation has another provider by now.');
  const asked: Asked = { ...question, state, redirect: redirectOf(deps, organisation) };
  const claims = await provedBy(deps, provider.value, { place, client: now.client_id, asked, answer });
  return claims.ok ? ok({ place, claims: claims.value, settings }) : claims;
}

async function provedBy(
  deps: Deps,
  provider: Provider,
  of: { readonly place: Directed; readonly client: string; readonly asked: Asked; readonly answer: string },
): Promise<Result<Said, Refusal>> {
  const secret = await deps.pool.inIdentity((tx) => providerSecret(tx, deps.secrets, of.place.org));
  return proved(deps, provider, { ...of, client: { id: of.client, secret } });
}

/** Whom the provider means; somebody whom nobody here knew is made, if the organisation would let them in. */
async function personOf(work: Work, settings: Federation, said: Said): Promise<Result<Person, Refusal>> {
  const { deps, now } = work;
  const known = await deps.pool.inIdentity((tx) => linkedPerson(tx, said));
  if (known) return known.disabledAt === null ? ok(known) : err(outside('The account is disabled.'));
  if (said.email === undefined || !said.emailVerified)
    return refused('The provider does not say that your e-mail address is verified (email_verified).');
  const email = said.email.toLowerCase();
  if (!isProved(settings, domainOfAddress(email)))
    return err(
      outside(
        `${domainOfAddress(email) ?? email} is no domain that the organisation has shown to be its own.`,
      ),
    );
  const holder = await deps.pool.inIdentity((tx) => personByEmail(tx, email, 'verified'));
  if (holder && holder.disabledAt !== null) return err(outside('The account is disabled.'));
  if (!holder && (await isClaimedByMember(work, email)))
    return err({
      code: 'federation.link_first',
      detail: `A member of the organisation says that they have ${email}. Sign in with that account and show that the address is yours; then come back.`,
    });
  const fresh: Person = { id: newId('principal', now), name: said.name ?? email, email, disabledAt: null };
  const person = holder ?? fresh;
  // Nobody is made whom the organisation would not let in.
  const arrival = await arrivalOf(work, settings, { person, claims: said });
  if (!arrival.ok) return arrival;
  const linked = await deps.db.inIdentity(async (tx) => {
    if (!holder) {
      await dropClaims(tx, email);
      if (!(await insertPerson(tx, { ...fresh, verified: true, now }))) return undefined;
    }
    return (await link(tx, said, { principal: person.id, now })) ? findPrincipal(tx, person.id) : undefined;
  });
  return linked ? ok(linked) : refused('Somebody signed in with this address just now; try again.');
}

/** A member who only says that the address is theirs does not lose it unasked: they may own the organisation. */
async function isClaimedByMember(work: Work, email: string): Promise<boolean> {
  const ids = await work.deps.pool.inIdentity((tx) => claimants(tx, email));
  if (ids.length === 0) return false;
  const access = await accessOf({ ...work, deps: { ...work.deps, db: work.deps.pool } });
  return access.members.some(({ id, is }) => ids.includes(id) && is.state === 'active');
}

function settingsOf(deps: Deps, place: Directed, origin: Origin): Promise<Federation> {
  return federationOf({ deps: { ...deps, db: deps.pool }, scope: arrivingScope(place, { origin }) });
}

/** Noted by itself: what the call wrote is taken back. */
async function refuse(deps: Deps, { from }: Caller, refusal: Refusal): Promise<Result<never, Refusal>> {
  await deps.pool.inIdentity((tx) =>
    noteRefused(tx, { principal: null, from, at: deps.clock.now(), because: refusal.code }),
  );
  return err(refusal);
}

function refused(detail: string): Result<never, Refusal> {
  return err({ code: 'federation.refused', detail });
}

function outside(detail: string): Refusal {
  return { code: 'federation.not_joined', detail };
}
