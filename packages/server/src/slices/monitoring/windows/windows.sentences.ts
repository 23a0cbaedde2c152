// The sentences about windows; written once, shown in web, command line and documents.
import {
  daysBetween,
  groupBy,
  spells,
  type Block,
  type ControlAnswer,
  type CriterionResult,
  type Period,
  type PlainDate,
  type StartConditions,
  type Timeline,
  type WindowAnswer,
  type WindowRemark,
} from '@assay/core';
import { cadenceOn, dayText, listText, plural, spellText } from './windows.words.ts';

/** What deviates of a control, by kind and day: `missed the quarterly run due 30 Sep 2026, not caught up`. */
function deviationsText({ deviations }: Pick<ControlAnswer, 'deviations'>, timeline: Timeline): string {
  const byState = groupBy(spells(deviations), ({ occurrence }) => occurrence.state);
  const told = [...byState.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { occurrence } = first;
    const cadence = cadenceOn(timeline, occurrence.control, occurrence.last);
    const more = others.reduce((sum, { count }) => sum + count, 0);
    const rest =
      cadence?.kind === 'continuous'
        ? ` and on ${plural(more, 'more day', 'more days')}`
        : `, and ${more} more`;
    return [`${spellText(first, cadence)}${more > 0 ? rest : ''}`];
  });
  return listText(told);
}

/** Why a control stands as it does in the window. */
export function controlSentence(answer: ControlAnswer, timeline: Timeline): string {
  const { standing, counts, coverage } = answer;
  const covered = `${coverage.filled} of ${plural(coverage.of, 'occurrence')} covered`;
  switch (standing) {
    case 'clear':
      return counts.pending > 0 ? `${covered} so far, ${counts.pending} to come.` : `${covered}.`;
    case 'exceptions':
    case 'failed':
      return answer.deviations.length > 0
        ? `It ${deviationsText(answer, timeline)}; ${covered}.`
        : `It was only ever seen failing; ${covered}.`;
    case 'unknown':
      if (answer.populationMissing) return 'Its population is not known, so nobody can say whether it ran.';
      if (answer.deviations.length > 0)
        return `It ${deviationsText(answer, timeline)}; nobody can know whether it ran.`;
      return counts.pending > 0
        ? `Nothing is shown yet; ${plural(counts.pending, 'occurrence')} to come.`
        : 'Nothing says whether it ran.';
    case 'no_occurrence':
      return 'Its population is complete and holds no event, so operation cannot be tested.';
    case 'not_due':
      return 'Nothing of it is due in this window.';
    case 'excluded':
      return 'Everything of it is left out, with a reason.';
    default:
      return standing satisfies never;
  }
}

/** What a criterion is asked together with. */
export interface Told {
  readonly answers: ReadonlyMap<string, ControlAnswer>;
  readonly timelines: ReadonlyMap<string, Timeline>;
}

const STATUS: Readonly<Record<CriterionResult['status'], string>> = {
  met: 'is met so far',
  met_with_exceptions: 'is met with exceptions',
  at_risk: 'is at risk',
  unmet: 'is unmet',
};

/** `CC6.3 is at risk because C-33 missed the quarterly run due 30 Sep 2026, caught up 12 days later.` */
export function criterionSentence(id: string, result: CriterionResult, { answers, timelines }: Told): string {
  const { status, because, compensated } = result;
  if (status === 'met') return `${id} ${STATUS[status]}: every key control is clear.`;
  if (status === 'met_with_exceptions')
    return `${id} ${STATUS[status]}: ${listText(compensated.map(({ control, by }) => `${by} makes up for ${control}`))}.`;
  if (because.length === 0)
    return `${id} ${STATUS[status]}: no control in force answers it in full or in part.`;
  const reasons = because.map((code) => `${code} ${reasonOf(answers.get(code), timelines.get(code))}`);
  return `${id} ${STATUS[status]} because ${listText(reasons)}.`;
}

function reasonOf(answer: ControlAnswer | undefined, timeline: Timeline | undefined): string {
  if (!answer || !timeline) return 'is not told';
  if (answer.populationMissing) return 'has no known population';
  if (answer.deviations.length > 0) return deviationsText(answer, timeline);
  switch (answer.standing) {
    case 'no_occurrence':
      return 'had no event to run for';
    case 'not_due':
      return 'is not due in this window';
    case 'excluded':
      return 'is left out';
    case 'exceptions':
      return 'was only ever seen failing';
    default:
      return 'has shown nothing yet';
  }
}

/** What the window is, where it stands, and how many controls and criteria are clear. */
export function windowSentence(window: Period, today: PlainDate, answer: WindowAnswer): string {
  const length = daysBetween(window.from, window.until);
  const passed = daysBetween(window.from, today);
  const where =
    passed < 0
      ? `${plural(length, 'day')} from ${dayText(window.from)}, in ${plural(-passed, 'day')}`
      : today < window.until
        ? `Day ${passed} of ${length}`
        : `${plural(length, 'day')} that ended before ${dayText(window.until)}`;
  const clear = answer.controls.filter(({ standing }) => standing === 'clear').length;
  const met = answer.criteria.filter(({ status }) => status === 'met' || status === 'met_with_exceptions');
  return `${where}: ${clear} of ${plural(answer.controls.length, 'control')} clear, ${met.length} of ${plural(answer.criteria.length, 'requirement')} met so far.`;
}

/** From when the window could start without a deviation, and what keeps it from starting a day earlier. */
export function cleanSentence(
  window: Period,
  { answer, blocks }: { readonly answer: WindowAnswer; readonly blocks: readonly Block[] },
  told: Told,
): string {
  const start = answer.earliestCleanStart;
  if (start === window.from) return 'Nothing deviates so far: the window is clean from its first day.';
  const [last] = blocks;
  const timeline = last && told.timelines.get(last.control);
  const why = last && timeline ? `: ${last.control} ${deviationsText(last, timeline)}` : '';
  return start === undefined
    ? `No start inside the window is clean${why}.`
    : `It could start clean on ${dayText(start)}, not a day earlier${why}.`;
}

export function blockSentence(block: Block, timeline: Timeline): string {
  const until = block.until === undefined ? 'every start' : `every start before ${dayText(block.until)}`;
  return `${block.control} ${deviationsText(block, timeline)}, which touches ${until}.`;
}

export function remarkSentence({ code, days }: WindowRemark): string {
  switch (code) {
    case 'under_three_months':
      return 'It is shorter than three months, which no Type II report should be.';
    case 'under_six_months':
      return 'It is shorter than six months, which is usual only for a first report.';
    case 'over_twelve_months':
      return 'It is longer than twelve months.';
    case 'gap_after_previous':
      return `${plural(days ?? 0, 'day')} lie between it and the report before, which a bridge letter has to explain.`;
    case 'overlaps_previous':
      return `It overlaps the report before by ${plural(days ?? 0, 'day')}.`;
    default:
      return code satisfies never;
  }
}

/** What it would take to start on another day. */
export function startSentence(conditions: StartConditions, clean: number, of: number): string {
  const { window, blockers, needs, populations } = conditions;
  const blocked = new Set(blockers.map(({ control }) => control)).size;
  const first = `From ${dayText(window.from)} to before ${dayText(window.until)}, ${clean} of ${plural(of, 'control')} would be without a deviation so far`;
  const stands = blocked > 0 ? `, ${plural(blocked, 'control')} would not` : '';
  const missing = populations.length > 0 ? `; ${plural(populations.length, 'population')} must be shown` : '';
  return `${first}${stands}; ${plural(needs.length, 'occurrence')} must still happen${missing}.`;
}
