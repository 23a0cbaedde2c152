// The cookie of a session. Behind TLS its name binds it to this very host and path (`__Host-`); on the plain HTTP of
// one's own machine browsers would not keep such a one.
import type { Deps } from './deps.ts';

const PLAIN = 'assay_session';

/** Whether people reach this server by HTTPS. */
export function behindTls({ origin }: Pick<Deps, 'origin'>): boolean {
  return origin.startsWith('https://');
}

/** The session that a request carries. */
export function sessionOf(deps: Pick<Deps, 'origin'>, request: Request): string | undefined {
  const wanted = nameOf(deps);
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === wanted && value) return value;
  }
  return undefined;
}

/** The header that keeps a session for so many seconds; none ends it. */
export function sessionCookie(deps: Pick<Deps, 'origin'>, token: string, seconds: number): string {
  const secure = behindTls(deps) ? '; Secure' : '';
  return `${nameOf(deps)}=${token}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${seconds}${secure}`;
}

function nameOf(deps: Pick<Deps, 'origin'>): string {
  return behindTls(deps) ? `__Host-${PLAIN}` : PLAIN;
}
