// Systems of scopes: which framework holds which on which days, what waits for them, and names that no scope knows.
import { z } from 'zod';
import { dateOut, fractionOut, instantField, instantOut, orgParams } from './kernel/fields.ts';
import { route } from './kernel/route.ts';

/** How a control stands for one system of the scope. */
export const systemProofOut = <const S extends readonly string[]>(states: S) =>
  z.strictObject({
    system: z.string(),
    since: dateOut.nullable().describe('the day on which it came into the scope'),
    state: z.enum(states),
    excused: z.boolean().describe('somebody excused the control from it today, with a reason'),
  });

const changeOut = z.strictObject({
  on: dateOut,
  added: z.array(z.string()),
  removed: z.array(z.string()),
  first: z.boolean().describe('from here on the scope names systems'),
});

/** What a scope in force says of systems; beside it stands in which version. */
export const scopeSystemsOut = {
  systems: z
    .array(
      z.strictObject({
        system: z.string(),
        since: dateOut.nullable(),
        waits: z.array(z.string()).describe('controls that answer what applies and are not proved for it'),
      }),
    )
    .describe('inside on that day; none: the scope names none, and everything counts'),
  change: changeOut.nullable().describe('the newest change of systems that had come by that day'),
  said: z
    .string()
    .describe('what the change and the waiting come to, in words; empty where nothing is to be said'),
};

export const systemsRoutes = {
  'systems.list': route({
    method: 'GET',
    path: '/v1/orgs/{org}/systems',
    tag: 'audit',
    summary:
      'Systems of every framework’s scope with their days, what waits for them, and names that match none',
    permission: 'controls.read',
    params: orgParams,
    query: z.strictObject({
      at: instantField.optional().describe('answers from what was known at that instant'),
    }),
    returns: z.strictObject({
      at: instantOut,
      sentence: z.string(),
      data: z.array(
        z
          .strictObject({
            framework: z.string(),
            system: z.string(),
            names: z.array(z.string()).describe('what evidence may call it, folded'),
            inside: z.boolean().describe('on that day'),
            stays: z.array(z.strictObject({ from: dateOut.nullable(), until: dateOut.nullable() })),
            waits: z.array(z.string()),
          })
          .meta({ id: 'SystemInScope' }),
      ),
      changes: z.array(changeOut.extend({ framework: z.string(), sentence: z.string() })),
      unmatched: z.strictObject({
        sentence: z.string(),
        data: z.array(z.strictObject({ name: z.string(), controls: z.array(z.string()) })),
      }),
    }),
  }),
  'systems.effect': route({
    method: 'GET',
    path: '/v1/orgs/{org}/systems/drafts/{record}',
    tag: 'manage',
    summary: 'What the draft of a scope would move from its first day on, once somebody approved it',
    permission: 'controls.read',
    params: orgParams.extend({ record: z.string().max(20).describe('SC-1') }),
    returns: z.strictObject({
      effect: z
        .strictObject({
          framework: z.string(),
          from: dateOut,
          sentence: z.string(),
          change: changeOut,
          before: fractionOut.describe('proved on that day without the draft'),
          after: fractionOut.describe('proved on that day with it'),
          waits: z.array(z.strictObject({ system: z.string(), controls: z.array(z.string()) })),
        })
        .nullable()
        .describe('null: the record has no draft of a scope, or nobody uses its framework'),
    }),
  }),
} as const;
