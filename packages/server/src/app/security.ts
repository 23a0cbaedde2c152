// Headers and host checks that every answer gets.

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Two years, for this host and all below it. */
const HSTS = 'max-age=63072000; includeSubDomains';

/** Refuses DNS rebinding: a page of a stranger's name may point at our address, but not at our name. */
export function hostIsOurs(host: string | undefined, allowed: readonly string[]): boolean {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '');
  return LOOPBACK.has(name) || allowed.includes(name);
}

/** Sets the headers that no handler set on purpose. */
export function secure(response: Response, behindTls: boolean): void {
  const headers: Readonly<Record<string, string>> = {
    'content-security-policy': CSP,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy':
      'camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
    ...(behindTls ? { 'strict-transport-security': HSTS } : {}),
  };
  for (const [name, value] of Object.entries(headers))
    if (!response.headers.has(name)) response.headers.set(name, value);
}
