// Passwords: long rather than odd, not one of those that are tried first, hashed so that trying is slow.
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import pLimit from 'p-limit';

/** At least so long; the standard asks for 8 and advises 15 (OWASP ASVS 5.0.0, 6.2.1). */
const SHORTEST = 12;
/** argon2id, 19 MiB, two passes, one lane (OWASP Password Storage). Two at once, so that trying cannot fill the memory. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const twoAtOnce = pLimit(2);

const TRIED_FIRST: ReadonlySet<string> = new Set(dictionary['passwords-common']);

/** Of whatever company they are: the product's own name is guessed first. */
const EVERYBODYS = ['assay'];

/**
 * Why a password cannot be used, in words for its owner; undefined when it can. The list is shipped and asked offline.
 * `near` are words that are guessed of them: their name, their address, the short names of their organisations.
 */
export function passwordFault(password: string, near: readonly string[]): string | undefined {
  if (Array.from(password).length < SHORTEST) return `It has fewer than ${SHORTEST} characters.`;
  const plain = password.toLowerCase();
  if (TRIED_FIRST.has(plain) || TRIED_FIRST.has(plain.replace(/[\d!?.]+$/, '')))
    return 'It stands, perhaps with digits after it, on the list of passwords that are tried first.';
  if (new Set(plain).size < 5) return 'It repeats the same few characters.';
  const named = [...EVERYBODYS, ...near].find(
    (word) => word.length > 3 && plain.includes(word.toLowerCase()),
  );
  return named === undefined
    ? undefined
    : 'It holds your name, your address, your organisation’s short name or that of Assay.';
}

export function hashPassword(password: string): Promise<string> {
  return twoAtOnce(() => hash(password.normalize('NFKC'), COST));
}

/** Whether it is the one that was hashed; without a hash, takes as long and is not. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const against = stored ?? (await NOBODYS);
  const same = await twoAtOnce(() => verify(against, password.normalize('NFKC')));
  return same && stored !== undefined;
}

const NOBODYS = hashPassword('what nobody has said, so that an unknown address is answered no sooner');
