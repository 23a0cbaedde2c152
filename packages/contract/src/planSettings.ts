// What a person says of the plan: the way that is chosen, capacity, days that are fixed, tasks that are moved; and copies that ask "what if".
import { ADVICE_OPTIONS, OWNER_ROLES } from '@assay/core';
import { z } from 'zod';
import { dateField, dateOut, instantOut } from './kernel/fields.ts';
import { answersField } from './situation.ts';

const task = z.string().min(1).max(160).describe('id of a task of the plan');
const note = z.string().trim().max(500).default('');
const days = z.number().min(0).max(3660);

const threePointField = z
  .strictObject({ min: days, mode: days.describe('most likely'), max: days })
  .refine(({ min, mode, max }) => min <= mode && mode <= max, 'least, most likely and most, in this order');

const capacity = z
  .partialRecord(z.enum(OWNER_ROLES), z.number().min(0).max(1000))
  .describe('person-days a month by role; a role that is left out gives what the answers say');

/** One day of one task. */
const dated = <T extends z.ZodType>(on: T) => z.strictObject({ task, on, note });

const fields = {
  option: z.enum(ADVICE_OPTIONS).nullable().default(null).describe('null: the way that is advised'),
  capacity: capacity.default({}),
  lead_days: z
    .array(z.strictObject({ task, days: threePointField, because: z.string().trim().min(3).max(500) }))
    .max(500)
    .default([])
    .describe('durations and efforts that somebody knows better'),
};

export const planSettingsField = z.strictObject({
  ...fields,
  start: dateField.nullable().default(null).describe('null: today'),
  holidays: z
    .array(dateField)
    .max(400)
    .default([])
    .describe('days on which nobody works, beside Saturdays and Sundays'),
  fixed: z.array(dated(dateField)).max(500).default([]).describe('on this very day: an audit that is booked'),
  not_before: z.array(dated(dateField)).max(500).default([]).describe('moved: not before this day'),
  done: z
    .array(z.strictObject({ task, note }))
    .max(500)
    .default([])
    .describe(
      'done already, where no record here shows it: a stage 1 that was held, an auditor who is engaged',
    ),
});
export type SaidPlanSettings = z.output<typeof planSettingsField>;

export const planSettingsOut = z
  .strictObject({
    ...fields,
    start: dateOut.nullable(),
    holidays: z.array(dateOut),
    fixed: z.array(dated(dateOut)),
    not_before: z.array(dated(dateOut)),
    done: z.array(z.strictObject({ task, note })),
    revision: z.int().describe('0 where nothing was said yet; its ETag'),
    changed_by: z.string().nullable(),
    changed_at: instantOut.nullable(),
  })
  .meta({ id: 'PlanSettings' });

/** Settings of which each may be left out, and is then as in the plan. */
const partialSettings = z.strictObject({
  option: z.enum(ADVICE_OPTIONS).nullable().optional(),
  start: dateField.nullable().optional(),
  capacity: capacity.optional(),
  holidays: z.array(dateField).max(400).optional(),
  lead_days: planSettingsField.shape.lead_days.unwrap().optional(),
  fixed: planSettingsField.shape.fixed.unwrap().optional(),
  not_before: planSettingsField.shape.not_before.unwrap().optional(),
  done: planSettingsField.shape.done.unwrap().optional(),
});

export const variantField = z.strictObject({
  name: z.string().trim().min(1).max(120),
  note: z.string().trim().max(2000).default(''),
  answers: answersField.default({}).describe('answers that differ'),
  settings: partialSettings.default({}).describe('settings that differ'),
});
export type SaidVariant = z.output<typeof variantField>;

export const variantOut = z
  .strictObject({
    id: z.string().describe('PV-2'),
    name: z.string(),
    note: z.string(),
    answers: z.record(z.string(), z.json()).describe('answers that differ'),
    settings: z.record(z.string(), z.json()).describe('settings that differ'),
    revision: z.int().describe('its ETag'),
    changed_by: z.string(),
    changed_at: instantOut,
  })
  .meta({ id: 'PlanVariant' });
