// The transition ended on 31 October 2025: a certificate that cites the edition of 2013 says nothing after that day,
// whatever end it carries itself (IAF MD 26, issue 2).
import { branded, type PlainDate } from '../../kernel/index.ts';

/** Last day on which a certificate of the edition of 2013 could be valid. */
export const LAST_DAY_OF_2013 = branded<PlainDate>('2025-10-31');

export type EditionStanding = 'current' | 'in_transition' | 'invalid' | 'unknown';

/**
 * What a certificate, a report or an audit is worth on a day, from the edition that its text cites. `unknown` for a
 * text that cites none: it is never taken for the newer one.
 */
export function editionStanding(cites: string, on: PlainDate): EditionStanding {
  const editions = new Set(Array.from(cites.matchAll(EDITION), ([, year]) => year));
  if (editions.has('2022')) return 'current';
  if (!editions.has('2013') && !editions.has('2017')) return 'unknown';
  return on > LAST_DAY_OF_2013 ? 'invalid' : 'in_transition';
}

/** The year behind the number: 27001:2013, EN ISO/IEC 27001:2017 (the European text of 2013), 27001-2013. */
const EDITION = /2700[12]\s*[:\s/(–-]\s*(20\d{2})/gu;
