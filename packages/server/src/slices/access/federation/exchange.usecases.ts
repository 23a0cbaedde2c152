// A pipeline shows the ID token of its own platform and gets a short API token for it: nothing is stored where it runs.
import {
  err,
  instantOfMillis,
  millisOfInstant,
  ok,
  permits,
  tokenText,
  unmetClaim,
  type Result,
} from '@assay/core';
import { createLocalJWKSet, decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Deps } from '../../../app/deps.ts';
import type { Refusal } from '../../../app/refusal.ts';
import { newId, newSecret, sha256Hex } from '../../../platform/crypto.ts';
import { record } from '../../evidence/evidence.module.ts';
import { membershipsOf } from '../members.repository.ts';
import type { Origin } from '../origin.ts';
import { addToken } from '../people/tokens.repository.ts';
import { arrivingScope, authorize, type OrgScope } from '../scope.ts';
import { findPrincipal } from '../sessions.repository.ts';
import type { Kept } from '../people/access.readmodel.ts';
import type { PipelineDocument } from './documents.ts';
import { noteTrade, placeOfSlug } from './federation.repository.ts';
import { federationOf } from './federation.readmodel.ts';
import { ALGORITHMS, CLOCKS_APART, discover, publishedKeys } from './provider.ts';

/** How long a traded token holds. */
export const TRADED_MINUTES = 15;

export interface Traded {
  readonly secret: string;
  readonly seconds: number;
  readonly scopes: readonly string[];
}

type Rule = Kept<PipelineDocument>;

/** Every refusal says why: a pipeline has nobody who could guess. It tells nothing that the token does not hold. */
export async function tradeToken(
  deps: Deps,
  said: { readonly organisation: string; readonly token: string },
  origin: Origin,
): Promise<Result<Traded, Refusal>> {
  const place = await deps.pool.inIdentity((tx) => placeOfSlug(tx, said.organisation));
  const claimed = issuerIn(said.token);
  if (!place || claimed === undefined) return refused('No rule of the organisation knows its issuer.');
  const reading = { deps: { ...deps, db: deps.pool }, scope: arrivingScope(place, { origin }) };
  const rules = (await federationOf(reading)).pipelines.filter(
    ({ is }) => is.state === 'active' && is.issuer === claimed,
  );
  if (rules.length === 0) return refused('No rule of the organisation knows its issuer.');
  const claims = await signedBy(deps, claimed, said.token);
  if (!claims.ok) return claims;
  const met = rules.find(({ is }) => unmetClaim(is.claims, claims.value) === undefined);
  if (!met) {
    const unmet = rules.length === 1 && rules[0] ? unmetClaim(rules[0].is.claims, claims.value) : undefined;
    return refused(
      unmet
        ? `No rule lets this in: ${unmet.claim} is not as it asks.`
        : 'No rule lets this repository and ref in.',
    );
  }
  const owner = await ownerScope(deps, { slug: said.organisation, rule: met, origin });
  if (!owner.ok) return owner;
  return give(deps, owner.value, { rule: met, claims: claims.value, token: said.token });
}

/** Read before anything is proved, to know whose keys to ask for: only issuers that a rule names are asked. */
function issuerIn(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

async function signedBy(deps: Deps, issuer: string, token: string): Promise<Result<JWTPayload, Refusal>> {
  const provider = await discover(deps, issuer);
  if (!provider.ok) return refused('The issuer could not be asked for its keys.');
  const keys = await publishedKeys(deps, provider.value);
  if (!keys.ok) return refused('The issuer could not be asked for its keys.');
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys.value), {
      issuer,
      audience: deps.origin,
      algorithms: [...ALGORITHMS],
      currentDate: new Date(millisOfInstant(deps.clock.now())),
      clockTolerance: CLOCKS_APART,
      maxTokenAge: 3600,
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    return ok(payload);
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) return refused('It is too old; ask for a new one.');
    if (cause instanceof errors.JWTClaimValidationFailed && cause.claim === 'aud')
      return refused(`Its audience is not ${deps.origin}; ask for a token with that one.`);
    if (cause instanceof errors.JWTClaimValidationFailed)
      return refused(`Its claim ${cause.claim} is not as it must be.`);
    return refused('It is not signed by a key that its issuer publishes.');
  }
}

/** The rule's owner as they are today: whoever left, or lost what the rule lends, lends nothing. */
async function ownerScope(
  deps: Deps,
  of: { readonly slug: string; readonly rule: Rule; readonly origin: Origin },
): Promise<Result<OrgScope, Refusal>> {
  const { rule } = of;
  const found = await deps.pool.inIdentity(async (tx) => {
    const principal = await findPrincipal(tx, rule.is.owner);
    return (
      principal && {
        principal,
        membership: (await membershipsOf(tx, principal.id)).find(({ slug }) => slug === of.slug),
      }
    );
  });
  const gone = `Whoever made the rule ${rule.is.name} may not lend this any more.`;
  if (!found || found.principal.disabledAt !== null) return refused(gone);
  const origin = { ...of.origin, via: { kind: 'link', id: rule.id } as const };
  const scope = authorize({ principal: found.principal, origin }, found.membership, {
    permission: 'tokens.own',
  });
  return scope.ok && rule.is.scopes.some((permission) => permits(scope.value.held, permission).may)
    ? scope
    : refused(gone);
}

async function give(
  deps: Deps,
  scope: OrgScope,
  of: { readonly rule: Rule; readonly claims: JWTPayload; readonly token: string },
): Promise<Result<Traded, Refusal>> {
  const { rule, claims } = of;
  const now = deps.clock.now();
  const id = newId('token', now);
  const secret = tokenText(newSecret());
  const expiresAt = instantOfMillis(millisOfInstant(now) + TRADED_MINUTES * 60_000);
  const until = instantOfMillis(
    Math.max(millisOfInstant(expiresAt), ((claims.exp ?? 0) + CLOCKS_APART) * 1000),
  );
  const trade = { hash: sha256Hex(of.token), org: scope.org, pipeline: rule.id, token: id, until, now };
  const fresh = await deps.db.inIdentity(async (tx) => {
    if (!(await noteTrade(tx, trade))) return false;
    const hash = sha256Hex(secret);
    await addToken(tx, {
      id,
      hash,
      org: scope.org,
      principal: scope.principal.id,
      scopes: rule.is.scopes,
      expiresAt,
    });
    return true;
  });
  if (!fresh) return refused('It was traded before; ask for a new one for every run.');
  await deps.db.inOrganisation(scope.org, (tx) =>
    record(tx, scope, {
      kind: 'token.traded',
      subject: id,
      at: now,
      payload: {
        pipeline: rule.id,
        name: rule.is.name,
        scopes: [...rule.is.scopes],
        expires_at: expiresAt,
        run: shown(claims),
        by: scope.principal.name,
      },
    }),
  );
  return ok({ secret, seconds: TRADED_MINUTES * 60, scopes: rule.is.scopes });
}

/** What tells one run from another; nothing else of the token is kept. */
function shown(claims: JWTPayload): Record<string, string> {
  const names = ['repository', 'project_path', 'ref', 'environment', 'sha', 'run_id', 'job_id', 'sub'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = claims[name];
      return typeof value === 'string' || typeof value === 'number'
        ? [[name, String(value).slice(0, 300)] as const]
        : [];
    }),
  );
}

function refused(detail: string): Result<never, Refusal> {
  return err({ code: 'federation.exchange_refused', detail });
}
