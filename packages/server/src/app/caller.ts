// Who is calling: a page with a session cookie, or the command line of this machine with its token.
import { err, isTokenText, ok, type Result } from '@assay/core';
import { sameSecret, sha256Hex } from '../platform/crypto.ts';
import { csrfOf, whoHolds, whoIs, whoOwns } from '../slices/access/sessions.usecases.ts';
import {
  shownHash,
  type Membership,
  type Person,
  type SessionRow,
  type TokenRow,
  type Via,
} from '../slices/access/access.module.ts';
import { sessionOf } from './cookie.ts';
import type { Deps } from './deps.ts';
import type { Refusal } from './refusal.ts';

/** The command line of the server's machine. */
const MACHINE: Via = { kind: 'machine', id: 'local' };

export interface Caller {
  readonly principal: Person;
  /** What they hold in the organisation of the address. */
  readonly membership: Membership | undefined;
  /** Present when a cookie authenticated the call: such writes must carry it. */
  readonly csrf: string | undefined;
  readonly session: SessionRow | undefined;
  /** Present when an API token authenticated the call. */
  readonly token: TokenRow | undefined;
  /** Secret of the session, to end it by. */
  readonly secret: string | undefined;
  /** Which of their keys the caller used. */
  readonly via: Via;
  /** The member as whom they look at a demo organisation. */
  readonly onBehalfOf: string | undefined;
}

/** Resolves the caller, and for writes by cookie checks that our own page made them. */
export async function callerOf(
  deps: Deps,
  request: Request,
  slug?: string,
): Promise<Result<Caller, Refusal>> {
  const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) {
    const found = await bearerOf(deps, bearer, slug);
    return found
      ? ok({ ...found, csrf: undefined, session: undefined, secret: undefined, onBehalfOf: undefined })
      : err({
          code: 'access.unauthenticated',
          detail: 'The token is unknown here, has expired or was ended.',
        });
  }
  const secret = sessionOf(deps, request);
  const known = secret === undefined ? undefined : await whoIs(deps, secret, slug);
  if (secret === undefined || !known)
    return err({
      code: 'access.unauthenticated',
      detail: 'Open the sign-in link that Assay printed at its start, or run assay login for a new one.',
    });
  const csrf = csrfOf(secret);
  if (request.method !== 'GET' && request.method !== 'HEAD' && !ownPage(request, csrf))
    return err({ code: 'access.csrf', detail: 'The write lacks this session’s Assay-Csrf header.' });
  const { viewed, ...who } = known;
  const via: Via = { kind: viewed ? 'viewing' : 'session', id: shownHash(secret) };
  const keys = { csrf, session: known.session, token: undefined, secret, via };
  return ok({ ...who, ...keys, onBehalfOf: viewed?.member });
}

/** The machine’s own token, or one that a member made. */
async function bearerOf(
  deps: Deps,
  secret: string,
  slug: string | undefined,
): Promise<Pick<Caller, 'principal' | 'membership' | 'token' | 'via'> | undefined> {
  if (sameSecret(sha256Hex(secret), deps.localTokenHash)) {
    const { principal, membership } = await whoOwns(deps, slug);
    return { principal, membership, token: undefined, via: MACHINE };
  }
  if (!isTokenText(secret)) return undefined;
  const found = await whoHolds(deps, secret, slug);
  return (
    found?.token && {
      principal: found.principal,
      membership: found.membership,
      token: found.token,
      via: { kind: 'token', id: found.token.id },
    }
  );
}

function ownPage(request: Request, csrf: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  return sameSecret(request.headers.get('assay-csrf') ?? '', csrf);
}
