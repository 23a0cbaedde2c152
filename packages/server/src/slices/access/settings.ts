// An organisation's settings as they are kept, version by version.
import { examinationOut } from '@assay/contract';
import { CATEGORIES, type Examination } from '@assay/core';
import { parsePlainDate, type PlainDate } from '@assay/core';
import { z } from 'zod';

const settingsSchema = z.object({
  name: z.string(),
  time_zone: z.string(),
  headcount: z.number().nullable(),
  scope_statement: z.string(),
  frameworks: z.array(z.string()),
  categories: z.array(z.enum(CATEGORIES)),
  examination: examinationOut,
  runs_on: z.array(z.string()),
  asked_by: z.string(),
  deadline: z.string().nullable(),
  has_already: z.array(z.string()),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Reads settings that this program wrote. */
export function readSettings(stored: unknown): Settings {
  return settingsSchema.parse(stored);
}

/** What SOC 2 examines, in core's words. */
export function examinationOf(settings: Settings): Examination {
  const { examination } = settings;
  if (examination.type === 'type1') return { type: 'type1', on: day(examination.on) };
  if (examination.type === 'type2')
    return { type: 'type2', period: { from: day(examination.from), until: day(examination.until) } };
  return { type: 'none' };
}

function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`stored settings hold a day that is none: ${text}`);
  return date;
}
