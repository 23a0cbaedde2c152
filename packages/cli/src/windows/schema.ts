// What a window case may say, word for word; vectors/windows/README.md tells what it means.
import { parseInstant, parsePlainDate, SLOT_FREQUENCIES, type Instant, type PlainDate } from '@assay/core';
import { z } from 'zod';
import { isZoneName } from '@assay/server/place';

const day = z.string().transform((text, context): PlainDate => {
  const date = parsePlainDate(text);
  if (date) return date;
  context.addIssue({ code: 'custom', message: 'expected a day such as 2026-06-01' });
  return z.NEVER;
});

const instant = z.string().transform((text, context): Instant => {
  const at = parseInstant(text);
  if (at) return at;
  context.addIssue({ code: 'custom', message: 'expected an instant such as 2026-06-01T09:00:00Z' });
  return z.NEVER;
});

/** A day, or an instant whose day in the case's zone is meant. */
const dayOrInstant = z.string().transform((text, context) => {
  const date = parsePlainDate(text);
  if (date) return { day: date };
  const at = parseInstant(text);
  if (at) return { at };
  context.addIssue({ code: 'custom', message: 'expected a day or an instant' });
  return z.NEVER;
});
export type DayOrInstant = z.output<typeof dayOrInstant>;

const name = z.string().min(1).max(200);
const days = z.int().min(0).max(3660);

const endsLater = ({ from, until }: { readonly from: string; readonly until: string }): boolean =>
  from < until;
const TOO_EARLY = { message: 'ends before it begins', path: ['until'] };

const period = z.strictObject({ from: day, until: day }).refine(endsLater, TOO_EARLY);

const window = period.refine(
  ({ from, until }) => Number(until.slice(0, 4)) - Number(from.slice(0, 4)) <= 10,
  'a window is at most ten years long',
);

const version = z.discriminatedUnion('kind', [
  z.strictObject({
    from: day.optional(),
    kind: z.literal('periodic'),
    frequency: z.enum(SLOT_FREQUENCIES),
    mode: z.enum(['calendar', 'interval']).default('calendar'),
    grace_days: days.default(0),
  }),
  z.strictObject({
    from: day.optional(),
    kind: z.literal('event'),
    within_days: days.default(0),
    grace_days: days.default(0),
  }),
  z.strictObject({
    from: day.optional(),
    kind: z.literal('continuous'),
    every_hours: z.number().positive().max(8784),
    tolerance: z.number().min(1).max(100).default(2),
    sla_days: days.default(0),
  }),
]);

const member = z.strictObject({
  code: name,
  started_on: day,
  retired_on: day.optional(),
  schedule: z.array(version).min(1),
});

const control = member.extend({
  predecessors: z.array(member).default([]),
  scopes: z
    .array(z.strictObject({ name, from: day.optional(), until: day.optional() }))
    .min(1)
    .default([{ name: 'all' }]),
  exclusions: z
    .array(
      z
        .strictObject({ scope: name.optional(), from: day, until: day, reason: name, owner: name })
        .refine(endsLater, TOO_EARLY),
    )
    .default([]),
  evidence: z
    .array(
      z.strictObject({
        id: name,
        performed_on: dayOrInstant,
        captured_on: dayOrInstant.optional(),
        review: z.enum(['accepted', 'pending', 'rejected']).default('accepted'),
        supported: z.boolean().default(false),
        scope: name.optional(),
        event: name.optional(),
      }),
    )
    .default([]),
  events: z.array(z.strictObject({ id: name, on: dayOrInstant, scope: name.optional() })).optional(),
  runs: z
    .array(
      z.strictObject({ at: instant, result: z.enum(['pass', 'fail', 'unknown']), scope: name.optional() }),
    )
    .default([]),
  outages: z
    .array(
      z.strictObject({ from: instant, until: instant, scope: name.optional() }).refine(endsLater, TOO_EARLY),
    )
    .default([]),
});

const zoneTable = z.strictObject({
  name,
  standard_minutes: z.int().min(-1080).max(1080),
  offsets: z.array(z.strictObject({ from: instant, minutes: z.int().min(-1080).max(1080) })),
});

export const caseSchema = z.strictObject({
  window,
  today: day,
  time_zone: z
    .union([z.string().refine(isZoneName, 'this machine knows no time zone of that name'), zoneTable])
    .default('UTC'),
  fiscal_year_start: z.int().min(1).max(12).default(1),
  holidays: z.array(day).default([]),
  reconstructed_after_days: days.default(14),
  previous_window: period.optional(),
  controls: z.array(control).min(1).max(1000),
  criteria: z
    .array(
      z.strictObject({
        criterion: name,
        key_controls: z.array(z.strictObject({ control: name, compensated_by: z.array(name).default([]) })),
      }),
    )
    .default([]),
  start: window.optional(),
});
export type WindowCase = z.output<typeof caseSchema>;
export type CaseControl = WindowCase['controls'][number];
export type CaseMember = z.output<typeof member>;
