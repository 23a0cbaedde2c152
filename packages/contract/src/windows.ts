// Windows: for every day of a Type II period, did each control run? Days come as stretches, so that a year stays small.
import { CRITERION_STATUSES, DAY_STATES, OCCURRENCE_STATES, WINDOW_REMARKS } from '@assay/core';
import { z } from 'zod';
import { dateOut, fractionOut, instantOut } from './kernel/fields.ts';
import { exclusionOut, scheduleOut } from './schedules.ts';

/** plan: one thinks of it; open: it runs; closed: its report is issued. */
export const WINDOW_KINDS = ['plan', 'open', 'closed'] as const;
export const STANDINGS = [
  'clear',
  'exceptions',
  'failed',
  'unknown',
  'no_occurrence',
  'not_due',
  'excluded',
] as const;

const periodOut = z.strictObject({ from: dateOut, until: dateOut.describe('first day after it') });
const sentence = z.string().describe('one or two sentences for a person');

/** Days that follow on one another in the same state, from the window's first day on. */
export const stretchOut = z
  .strictObject({ state: z.enum(DAY_STATES), days: z.int() })
  .meta({ id: 'DayStretch' });

export const countsOut = z
  .strictObject({
    expected: z.int(),
    on_time: z.int(),
    late: z.int(),
    missed: z.int(),
    pending: z.int(),
    not_operating: z.int(),
    excluded: z.int(),
    not_due: z.int(),
    no_data: z.int(),
  })
  .meta({ id: 'OccurrenceCounts' });

export const remarkOut = z
  .strictObject({
    code: z.enum(WINDOW_REMARKS),
    severity: z.enum(['error', 'warning']),
    days: z.int().nullable(),
    sentence,
  })
  .meta({ id: 'WindowRemark' });

/** A window without its answer. */
export const windowOut = z
  .strictObject({
    id: z.string().describe('W-2, or current for the examination of the settings'),
    name: z.string(),
    kind: z.enum(WINDOW_KINDS),
    current: z.boolean(),
    from: dateOut,
    until: dateOut.describe('first day after it'),
    days: z.int(),
    day: z.int().nullable().describe('which of its days today is; null before and after it'),
    previous: periodOut.nullable().describe('period of the report before'),
    revision: z.int().describe('0 for the current examination, which the settings hold'),
  })
  .meta({ id: 'Window' });

const actOut = z.strictObject({ evidence: z.string(), performed_on: dateOut });

/** One occurrence, or days of a continuous control that follow on one another in the same state. */
export const occurrenceOut = z
  .strictObject({
    scope: z.string(),
    control: z.string().describe('who of a line of replaced controls was to run'),
    item: z.string().nullable().describe('the event'),
    first: dateOut,
    due: dateOut.describe('of several days, the last'),
    count: z.int().describe('how many occurrences are told together'),
    grace_until: dateOut,
    state: z.enum(OCCURRENCE_STATES),
    filled_by: actOut.nullable(),
    caught_up_by: actOut.nullable(),
    prior_run: actOut.nullable(),
    excluded: z.strictObject({ reason: z.string(), owner: z.string(), until: dateOut }).nullable(),
    sentence,
  })
  .meta({ id: 'Occurrence' });

const needOut = occurrenceOut.extend({ name: z.string(), of: z.string().describe('the control in force') });

export const windowControlOut = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    owner: z.string().nullable(),
    owner_role: z.string(),
    kind: z.string(),
    cadence: z.string().describe('the cadence of today in words'),
    replaces: z.array(z.string()).describe('controls whose place it took, eldest first'),
    standing: z.enum(STANDINGS),
    sentence,
    counts: countsOut,
    coverage: fractionOut.describe('on time and late, of expected less pending'),
    longest_gap_days: z.int(),
    deviations: z.int(),
    earliest_clean_start: dateOut.nullable(),
    latest_clean_end: dateOut.nullable(),
    population_missing: z.boolean(),
    reconstructed: z.array(z.string()).describe('accepted evidence that fills nothing without support'),
    requirements: z.array(z.string()).describe('what it answers, to group by: soc2:2017/CC6.3'),
    days: z.array(stretchOut),
  })
  .meta({ id: 'WindowControl' });

export const windowCriterionOut = z
  .strictObject({
    ref: z.string(),
    id: z.string(),
    title: z.string(),
    framework: z.string(),
    group: z.string(),
    status: z.enum(CRITERION_STATUSES).describe('of operation; never an opinion'),
    because: z.array(z.string()),
    compensated: z.array(z.strictObject({ control: z.string(), by: z.string() })),
    key_controls: z.array(z.string()),
    sentence,
  })
  .meta({ id: 'WindowCriterion' });

/** A control that keeps the window from starting earlier, and until which start. */
export const blockOut = z
  .strictObject({
    control: z.string(),
    name: z.string(),
    until: dateOut.nullable().describe('first start without its deviations; null when there is none'),
    deviations: z.int(),
    sentence,
  })
  .meta({ id: 'WindowBlock' });

export const windowOutageOut = z
  .strictObject({
    controls: z.array(z.string()).nullable().describe('null: all'),
    scope: z.string().nullable(),
    from: instantOut,
    until: instantOut,
    reason: z.string(),
  })
  .meta({ id: 'WindowOutage' });

export const windowAnswerOut = z
  .strictObject({
    window: windowOut,
    at: instantOut.describe('as it was known then'),
    today: dateOut.describe('the day on which one looks, in the organisation’s time zone'),
    time_zone: z.string(),
    sentence,
    remarks: z.array(remarkOut),
    earliest_clean_start: dateOut.nullable(),
    latest_clean_end: dateOut.nullable(),
    clean_sentence: sentence.describe('from when it could start clean, and why not earlier'),
    blocks: z.array(blockOut),
    controls: z.array(windowControlOut),
    criteria: z.array(windowCriterionOut),
    outages: z.array(windowOutageOut),
    scope_changes: z
      .array(z.strictObject({ on: dateOut, sentence }))
      .describe('days of the window on which systems came into the examined scope or left it'),
  })
  .meta({ id: 'WindowAnswer' });

const evidenceInWindowOut = z.strictObject({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  control: z.string(),
  performed_on: dateOut,
  captured_on: dateOut,
  review: z.enum(['pending', 'accepted', 'rejected']),
  scope: z.string().nullable(),
  events: z.array(z.string()),
  reconstructed: z.boolean(),
  support: z.string().nullable(),
});
const runDayOut = z.strictObject({
  day: dateOut,
  scope: z.string().nullable(),
  pass: z.int(),
  fail: z.int(),
  unknown: z.int(),
});

export const windowControlDetailOut = z
  .strictObject({
    window: windowOut,
    at: instantOut,
    today: dateOut,
    time_zone: z.string(),
    control: windowControlOut,
    occurrences: z.array(occurrenceOut),
    scopes: z
      .array(
        z.strictObject({
          name: z.string(),
          from: dateOut.nullable().describe('first day on which it counts; null: it always did'),
          until: dateOut.nullable().describe('first day on which it no longer counts'),
          added: z
            .boolean()
            .describe('its system is in the examined scope, though the schedule does not name it'),
          days: z.array(stretchOut),
        }),
      )
      .describe('each by itself, where there are several'),
    schedule: scheduleOut,
    evidence: z.array(evidenceInWindowOut),
    runs: z.array(runDayOut),
    outages: z.array(windowOutageOut),
    exclusions: z.array(exclusionOut),
  })
  .meta({ id: 'WindowControlDetail' });

export const windowDayOut = z
  .strictObject({
    day: dateOut,
    state: z.enum(DAY_STATES),
    sentence,
    occurrences: z.array(occurrenceOut).describe('what was expected on the day'),
    evidence: z.array(
      evidenceInWindowOut.extend({
        sha256: z.string(),
        source: z.string(),
        ledger_index: z.int().nullable(),
      }),
    ),
    runs: z.array(
      z.strictObject({
        at: instantOut,
        scope: z.string().nullable(),
        result: z.enum(['pass', 'fail', 'unknown']),
      }),
    ),
    imports: z
      .array(
        z.strictObject({
          id: z.string(),
          filename: z.string(),
          at: instantOut,
          ledger_index: z.int().nullable(),
        }),
      )
      .describe('files that brought what machines saw on the day'),
    outages: z.array(windowOutageOut),
    exclusions: z.array(exclusionOut),
  })
  .meta({ id: 'WindowDay' });

export const startOut = z
  .strictObject({
    window: periodOut,
    remarks: z.array(remarkOut),
    sentence,
    clean: fractionOut.describe('controls without a deviation so far, of all in force'),
    controls: z.array(z.strictObject({ code: z.string(), standing: z.enum(STANDINGS), deviations: z.int() })),
    blockers: z.array(needOut).describe('deviations that stand already'),
    needs: z.array(needOut).describe('what must still happen, by due day'),
    populations: z.array(z.string()).describe('event controls whose population nobody has shown'),
    earliest_clean_start: dateOut
      .nullable()
      .describe('first of these days from which nothing deviates up to their end'),
    clean_sentence: sentence.describe('from when it could start clean, and why not earlier'),
    blocks: z.array(blockOut),
  })
  .meta({ id: 'WindowStart' });

/** What must happen for a window to be clean; its state follows the data, nobody ticks it off. */
export const windowTaskOut = needOut
  .extend({ task: z.enum(['open', 'done', 'blocked', 'not_needed']), owner: z.string().nullable() })
  .meta({ id: 'WindowTask' });
