// No secret stands in the ledger: what was there before and after a change of one is told apart by keyed digests.
import type { JsonValue } from '../evidence/index.ts';

/** Fields that hold a secret, wherever they stand in what is recorded. */
const SECRET_FIELDS: ReadonlySet<string> = new Set([
  'api_key',
  'authorization',
  'client_secret',
  'cookie',
  'password',
  'private_key',
  'recovery_codes',
  'secret',
  'signing_key',
  'token',
  'token_hash',
  'totp_secret',
  'webhook_secret',
]);

const DIGEST = /^hmac-sha256:[0-9a-f]{64}$/;

/** How the digest of a secret is written. */
export function digestText(hex: string): string {
  return `hmac-sha256:${hex}`;
}

/** Where a value holds a secret that is not a keyed digest (JSON Pointer); undefined when it holds none. */
export function bareSecret(value: JsonValue, pointer = ''): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [field, inner] of Object.entries(value)) {
    const place = `${pointer}/${field}`;
    if (SECRET_FIELDS.has(field) && !isConcealed(inner)) return place;
    const found = bareSecret(inner, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isConcealed(value: JsonValue): boolean {
  return value === null || (typeof value === 'string' && DIGEST.test(value));
}
