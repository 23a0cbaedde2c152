// What grows with an organisation, between what is known of 10 and of 1,000 people.
import { exp, ln } from '../../risks/index.ts';
import type { ByPeople } from './figure.ts';

const [FEW, MANY] = [10, 1000];

/**
 * Even steps on a logarithmic scale, of people as of the figure: `low × (high ÷ low) ^ (log10(people ÷ 10) ÷ 2)`;
 * outside 10 to 1,000 people the nearer end. Straight where an end is 0.
 */
export function atPeople({ at10, at1000 }: ByPeople, people: number): number {
  if (people <= FEW || at10 === at1000) return at10;
  if (people >= MANY) return at1000;
  const share = ln(people / FEW) / ln(MANY / FEW);
  if (at10 <= 0 || at1000 <= 0) return at10 + (at1000 - at10) * share;
  return at10 * exp(ln(at1000 / at10) * share);
}
