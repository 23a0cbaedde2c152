// Addresses that anybody can have: an audit firm writes from its own domain, and a room is entered by somebody of it.

/**
 * The widest free providers of the world, of which each also has domains of countries (`yahoo.co.uk`); a list of all of
 * them does not exist, so whoever invites is asked only where the answer is known.
 */
const FREE_NAMES: readonly string[] = [
  'gmail',
  'googlemail',
  'yahoo',
  'ymail',
  'hotmail',
  'outlook',
  'live',
  'msn',
  'gmx',
];

const FREE_DOMAINS: ReadonlySet<string> = new Set([
  'aol.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'proton.me',
  'protonmail.com',
  'pm.me',
  'web.de',
  't-online.de',
  'freenet.de',
  'mail.com',
  'mail.ru',
  'yandex.ru',
  'yandex.com',
  'qq.com',
  '163.com',
  '126.com',
  'zoho.com',
  'fastmail.com',
  'tutanota.com',
  'orange.fr',
  'laposte.net',
  'free.fr',
  'libero.it',
  'wp.pl',
  'naver.com',
]);

/** The free provider that an address is with; undefined where its domain is not known as one. */
export function freeProvider(email: string): string | undefined {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const [name = '', ...rest] = domain.split('.');
  // `gmail.com` and `yahoo.co.uk`, not `live.auditors.example`.
  const ofCountries = FREE_NAMES.includes(name) && rest.length > 0 && rest.every((part) => part.length <= 3);
  return ofCountries || FREE_DOMAINS.has(domain) ? domain : undefined;
}
