// The people of Harbourline: forty-one, all invented. Those who own controls are named by their role.
import type { Control } from '@assay/core';

/** Where mail, hosts and accounts of the company live: a name that nobody can register. */
const DOMAIN = 'harbourline.example';

/** People by the role that owns a control. */
export const OWNERS: Readonly<Record<Control['ownerRole'], string>> = {
  founder: 'Tomas Lindqvist',
  security_lead: 'Ines Okafor',
  engineering_lead: 'Marek Dubois',
  platform_engineer: 'Adaeze Romano',
  people_lead: 'Hanna Petrov',
  it_admin: 'Joris van Leeuwen',
  product_lead: 'Noor Haddad',
  finance_lead: 'Elif Brandt',
  legal_counsel: 'Sofia Marchetti',
};

/** Who audits: one from outside, and one of engineering who owns no control. */
export const AUDITORS = { outside: 'Bitte Halvorsen', inside: 'Klara Mbeki' } as const;

/** Everybody by team, as the people system exports them. */
const TEAMS: Readonly<Record<string, readonly string[]>> = {
  engineering: [
    'Marek Dubois',
    'Pieter Sandoval',
    'Lucia Varga',
    'Emre Falk',
    'Anneke Osei',
    'Dario Lund',
    'Mirthe Kowal',
    'Samuel Achterberg',
    'Yara Nilsen',
    'Jonas Ferreira',
    'Klara Mbeki',
    'Ruben Sato',
  ],
  platform: ['Adaeze Romano', 'Ines Okafor', 'Teun Marlow', 'Priya Holm', 'Joris van Leeuwen'],
  product: ['Noor Haddad', 'Femke Duarte', 'Oskar Quist', 'Leila Brouwer'],
  support: ['Willem Castellan', 'Zofia Ekberg', 'Hugo Amsel', 'Nadia Verhoef', 'Tijn Moreau', 'Ilse Carmody'],
  sales: [
    'Casper Rinaldi',
    'Maud Ostrow',
    'Viktor Ansah',
    'Rosa Lindgren',
    'Bram Tolstoi',
    'Eline Navarro',
    'Gijs Pallister',
  ],
  office: [
    'Tomas Lindqvist',
    'Hanna Petrov',
    'Elif Brandt',
    'Sofia Marchetti',
    'Daan Iversen',
    'Marit Solano',
    'Floor Degens',
  ],
};

export interface Person {
  readonly name: string;
  readonly team: string;
  readonly mail: string;
}

export const PEOPLE: readonly Person[] = Object.entries(TEAMS).flatMap(([team, names]) =>
  names.map((name) => ({ name, team, mail: `${handle(name)}@${DOMAIN}` })),
);

/** `ines.okafor` of Ines Okafor. */
function handle(name: string): string {
  const [first = '', ...rest] = name.toLowerCase().split(' ');
  return `${first}.${rest.join('')}`;
}
