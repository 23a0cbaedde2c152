// What became of each finding: corrected, its cause looked for, its action done or late, its effect looked at.
import { addDays, type Finding, type PlainDate } from '@assay/core';
import type { Calendar } from '../calendar.ts';
import { AUDITORS, OWNERS } from '../people.ts';
import { LEFT } from '../scans/lists.ts';

/** One saying: who, so many days before today, what; or that it is closed. */
export type Saying = { readonly ago: number; readonly by: string } & (
  | { readonly says: (on: Calendar) => Partial<Finding> }
  | { readonly closes: string }
);

/** By the id that it has. */
export const STORIES: Readonly<Record<string, readonly Saying[]>> = {
  'NC-1': [
    {
      ago: 110,
      by: OWNERS.people_lead,
      says: (on) => ({
        correction: {
          what: 'Certificates and courses of the three who approve changes to production were collected.',
          on: on.ago(111),
        },
      }),
    },
    {
      ago: 104,
      by: OWNERS.people_lead,
      says: (on) => ({
        consequences:
          'None that is known: no control failed for want of knowledge since the programme began.',
        cause:
          'Owners were named long after the job descriptions were written, and nobody asked for it since.',
        similar: {
          looked: 'Whoever may approve access, changes or payments: the same gap, the same cause.',
          found: [],
        },
        action: {
          what: 'A table of what each owner of a control must know, with proof, as control C-27.',
          owner: OWNERS.people_lead,
          due: on.ago(12),
          planned: null,
          done: null,
        },
      }),
    },
    {
      ago: 60,
      by: OWNERS.people_lead,
      says: (on) => ({ effectiveness: { due: on.ago(-45), said: null } }),
    },
  ],
  'NC-2': [
    {
      ago: 119,
      by: OWNERS.engineering_lead,
      says: (on) => ({
        correction: { what: 'Both repositories got the rule on the same afternoon.', on: on.ago(121) },
        consequences: 'All 31 changes to the two since the rules were set were read again; none had to go.',
      }),
    },
    {
      ago: 112,
      by: OWNERS.engineering_lead,
      says: (on) => ({
        cause:
          'The rule was set by hand when a repository was made, and nothing looked whether it still stood.',
        similar: { looked: 'All other repositories, and who may read them.', found: [] },
        action: {
          what: 'The nightly audit looks at the rules of every repository and fails where one is missing.',
          owner: OWNERS.platform_engineer,
          due: on.ago(88),
          planned: null,
          done: null,
        },
        effectiveness: { due: on.ago(40), said: null },
      }),
    },
    {
      ago: 91,
      by: OWNERS.platform_engineer,
      says: (on) => ({
        action: {
          what: 'The nightly audit looks at the rules of every repository and fails where one is missing.',
          owner: OWNERS.platform_engineer,
          due: on.ago(88),
          planned: on.ago(112),
          done: on.ago(91),
        },
        system_change:
          'The procedure for new repositories names the nightly audit; the rule is no longer set by hand.',
      }),
    },
    {
      ago: 38,
      by: AUDITORS.outside,
      says: (on) => ({
        effectiveness: {
          due: on.ago(40),
          said: {
            verdict: 'effective',
            on: on.ago(38),
            by: AUDITORS.outside,
            because: `The nightly audit found one unprotected repository on ${on.ago(54)}, and it was mended in time; no other since.`,
          },
        },
      }),
    },
    {
      ago: 37,
      by: OWNERS.security_lead,
      closes: 'The action keeps it from happening unseen; the record is whole.',
    },
  ],
  'OBS-1': [
    {
      ago: 30,
      by: OWNERS.security_lead,
      says: (on) => ({
        action: {
          what: 'Ask the landlord what is watched and kept, then decide on A.7.4 and C-96.',
          owner: OWNERS.security_lead,
          due: on.ago(-10),
          planned: null,
          done: null,
        },
      }),
    },
  ],
  'EX-1': [
    {
      ago: 30,
      by: OWNERS.people_lead,
      says: (on) => ({
        correction: { what: 'The account at the support desk was closed.', on: on.ago(32) },
        consequences: 'None: the supplier’s log shows no sign-in between the two days.',
      }),
    },
    {
      ago: 10,
      by: OWNERS.people_lead,
      says: (on) => ({
        cause: 'The support desk came into use after the checklist of leavers was written.',
        similar: { looked: 'The other seven leavers of the year: none has an open account.', found: [] },
        action: {
          what: 'The checklist of a leaver is made from the list of systems.',
          owner: OWNERS.it_admin,
          due: on.ago(-14),
          planned: null,
          done: null,
        },
        effectiveness: { due: on.ago(-60), said: null },
        exception: lateLeavers(10),
      }),
    },
  ],
};

/** How many of those who had left by then kept an account for longer than a day. */
export function lateLeavers(daysAgo: number): NonNullable<Finding['exception']> {
  const left = LEFT.filter(([, ago]) => ago >= daysAgo);
  const late = left.filter(([, , took]) => took > 1).length;
  return { deviations: late, sample: left.length, population: left.length, response: null };
}

/** The late leaver as it was put down: found when the last account was closed. */
export function exceptionOf(on: Calendar): {
  readonly recorded: number;
  readonly found: PlainDate;
  readonly statement: string;
} {
  const found = LEFT.find(([, , took]) => took > 1);
  if (!found) throw new Error('demo: nobody left late');
  const [name, ago, took] = found;
  const closed = addDays(on.ago(ago), took);
  return {
    recorded: ago - took - 1,
    found: closed,
    statement: `${name} left on ${on.ago(ago)}; the last account, at the support desk, was closed on ${closed}, after ${took} days against one.`,
  };
}
