// Identifiers: prefixed and sortable (`evd_01j9...`), with human ids (`E-2031`) beside them.
import { branded, type Brand } from './brand.ts';

/** Prefix of each kind of record; one table for the whole house. */
export const ID_PREFIX = {
  organisation: 'org',
  principal: 'prn',
  session: 'ses',
  control: 'ctl',
  evidence: 'evd',
  artefact: 'art',
  import: 'imp',
  review: 'rev',
  decision: 'dec',
  framework: 'fwk',
  request: 'req',
  feed: 'fed',
  run: 'run',
  sample: 'smp',
  invitation: 'inv',
  token: 'tok',
  role: 'rol',
  room: 'rom',
  group: 'grp',
  pipeline: 'pip',
  identity_event: 'ide',
} as const;

/** Human id of a control, for example `C-07`; stable within an organisation. */
export type ControlCode = string;

export type IdKind = keyof typeof ID_PREFIX;

/** An identifier of one kind; `Id<'control'>` never passes for `Id<'evidence'>`. */
export type Id<K extends IdKind> = Brand<string, K>;

const BODY = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** Reads an identifier of the given kind; undefined when prefix or body is wrong. */
export function parseId<K extends IdKind>(kind: K, text: string): Id<K> | undefined {
  const prefix = `${ID_PREFIX[kind]}_`;
  if (!text.startsWith(prefix) || !BODY.test(text.slice(prefix.length))) return undefined;
  return branded<Id<K>>(text);
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Makes an identifier from milliseconds since 1970 (48 bits, sortable) and 10 random bytes
 * (Crockford base 32, 26 characters, the layout of ULID).
 */
export function makeId<K extends IdKind>(kind: K, millis: number, random: Uint8Array): Id<K> {
  let time = '';
  let rest = Math.floor(millis);
  for (let i = 0; i < 10; i += 1) {
    time = ALPHABET.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let bits = 0;
  let held = 0;
  let tail = '';
  for (const byte of random.subarray(0, 10)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      tail += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return branded<Id<K>>(`${ID_PREFIX[kind]}_${time}${tail}`);
}
