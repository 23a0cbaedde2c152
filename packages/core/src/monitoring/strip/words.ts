// The words of the strip: each state of a day, each standing, said once for screen, legend, table and export.
import type { CriterionStatus, DayState, Standing } from '../windows/index.ts';

interface Words {
  readonly word: string;
  /** What the state means, in one sentence, for the legend. */
  readonly means: string;
}

export const DAY_WORDS: Readonly<Record<DayState, Words>> = {
  operated: { word: 'operated', means: 'The control ran on this day, and evidence of that day is accepted.' },
  covered: { word: 'covered', means: 'The day lies in a slot that was filled on another day.' },
  pending: { word: 'due', means: 'The slot is open: evidence can still come in time.' },
  late: { word: 'late', means: 'Filled after the due day but within grace, or a failure mended in time.' },
  missed: { word: 'missed', means: 'The slot passed without evidence, or a failure stood too long.' },
  not_operating: { word: 'not operating', means: 'The control did not exist on this day, or no longer.' },
  no_data: { word: 'no data', means: 'Nobody can know: no run came, or its collector was out.' },
  not_scheduled: { word: 'not scheduled', means: 'Nothing was expected of the control on this day.' },
  excluded: { word: 'excluded', means: 'Left out for a time, by a named person, for a reason.' },
};

/** The order in which a legend reads: what ran, what is open, what went wrong, what was not asked. */
export const LEGEND_ORDER = [
  'operated',
  'covered',
  'pending',
  'late',
  'missed',
  'no_data',
  'not_operating',
  'excluded',
  'not_scheduled',
] as const satisfies readonly DayState[];

export const STANDING_WORDS: Readonly<Record<Standing, Words>> = {
  clear: { word: 'clear', means: 'It ran whenever it had to, so far.' },
  exceptions: { word: 'exceptions', means: 'It ran, but not whenever it had to.' },
  failed: { word: 'failed', means: 'It never ran although it was due.' },
  unknown: { word: 'unknown', means: 'Nobody can know yet, or at all; unknown is never a pass.' },
  no_occurrence: { word: 'no occurrence', means: 'Nothing called for it; its operation cannot be tested.' },
  not_due: { word: 'not due', means: 'Nothing falls due in this window.' },
  excluded: { word: 'excluded', means: 'Everything expected of it is excluded.' },
};

/** Worst first: the order of filters and counts. */
export const STANDING_ORDER = [
  'failed',
  'exceptions',
  'unknown',
  'excluded',
  'no_occurrence',
  'not_due',
  'clear',
] as const satisfies readonly Standing[];

export const CRITERION_WORDS: Readonly<Record<CriterionStatus, string>> = {
  met: 'met',
  met_with_exceptions: 'met with exceptions',
  at_risk: 'at risk',
  unmet: 'unmet',
};
