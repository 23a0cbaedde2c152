// Windows as the API shows them: days by stretches, deviations that belong together told once, sentences beside numbers.
import {
  blocksOf,
  changeSentence,
  dateOfDay,
  dayOfDate,
  dayStates,
  daysBetween,
  spells,
  type Block,
  type ControlAnswer,
  type DayState,
  type Filling,
  type Need,
  type Occurrence,
  type Period,
  type PlainDate,
  type Spell,
  type StartConditions,
  type Timeline,
  type WindowRemark,
} from '@assay/core';
import type { Answered, NamedWindow } from './answers.readmodel.ts';
import { systemsAsked, type Material } from './material.readmodel.ts';
import type { KnownOutage } from './outages.ts';
import { criteriaOf, evidenceOf } from './question.ts';
import {
  blockSentence,
  cleanSentence,
  controlSentence,
  criterionSentence,
  remarkSentence,
  startSentence,
  windowSentence,
  type Told,
} from './windows.sentences.ts';
import { cadenceOn, cadenceText, spellText } from './windows.words.ts';

export function presentWindow(window: NamedWindow, today: PlainDate) {
  const { period } = window;
  const inside = today >= period.from && today < period.until;
  return {
    id: window.id,
    name: window.name,
    kind: window.kind,
    current: window.current,
    from: period.from,
    until: period.until,
    days: daysBetween(period.from, period.until),
    day: inside ? daysBetween(period.from, today) : null,
    previous: window.previous ? { from: window.previous.from, until: window.previous.until } : null,
    revision: window.revision,
  };
}

/** The whole answer of a window. */
export function presentAnswer(known: Material, asked: Answered) {
  const { window, question, answer } = asked;
  const told = toldOf(asked);
  const blocks = blocksOf(answer.controls, window.period);
  return {
    window: presentWindow(window, known.today),
    at: known.at,
    today: known.today,
    time_zone: known.zone.name,
    sentence: windowSentence(window.period, known.today, answer),
    remarks: answer.remarks.map(presentRemark),
    earliest_clean_start: answer.earliestCleanStart ?? null,
    latest_clean_end: answer.latestCleanEnd ?? null,
    clean_sentence: cleanSentence(window.period, { answer, blocks }, told),
    blocks: presentBlocks(known, blocks, told.timelines),
    controls: question.timelines.flatMap((timeline, i) => {
      const of = answer.controls[i];
      return of ? [presentControl(known, of, timeline)] : [];
    }),
    criteria: presentCriteria(known, asked, told),
    outages: outagesIn(known, window.period).map(presentOutage),
    scope_changes: scopeChangesIn(known, window.period),
  };
}

/** Changes of the examined scope on days of a window that have come. */
function scopeChangesIn(known: Material, { from, until }: Period) {
  const asked = systemsAsked(known.known);
  const own = asked?.history.of.get(asked.framework);
  const standing = known.known.posture.frameworks.find(({ framework }) => framework.id === asked?.framework);
  return (own?.changes ?? [])
    .filter(({ on, first }) => !first && on >= from && on < until && on <= known.today)
    .map((change) => {
      const waits = (standing?.scope?.systems ?? [])
        .filter(({ system }) => change.added.includes(system))
        .flatMap((each) => each.waits);
      return { on: change.on, sentence: changeSentence(change, new Set(waits).size) };
    });
}

/** Controls that keep a window from starting earlier, each with why. */
function presentBlocks(known: Material, blocks: readonly Block[], timelines: Told['timelines']) {
  return blocks.flatMap((block) => {
    const timeline = timelines.get(block.control);
    if (!timeline) return [];
    return [
      {
        control: block.control,
        name: nameOf(known, block.control),
        until: block.until ?? null,
        deviations: block.deviations.length,
        sentence: blockSentence(block, timeline),
      },
    ];
  });
}

export function toldOf({ question, answer }: Pick<Answered, 'question' | 'answer'>): Told {
  return {
    answers: new Map(answer.controls.map((each) => [each.control, each])),
    timelines: timelinesOf(question),
  };
}

/** Timelines by the control of today. */
export function timelinesOf({ timelines }: Pick<Answered['question'], 'timelines'>): Told['timelines'] {
  return new Map(timelines.map((timeline) => [(timeline.line.at(-1) ?? timeline.line[0]).code, timeline]));
}

function presentCriteria(known: Material, { question, answer }: Answered, told: Told) {
  const keys = new Map(question.criteria.map((each) => [each.criterion, each.keyControls]));
  const results = new Map(answer.criteria.map((each) => [each.criterion, each]));
  return criteriaOf(known).flatMap((requirement) => {
    const result = results.get(requirement.ref);
    if (!result) return [];
    return [
      {
        ref: requirement.ref,
        id: requirement.id,
        title: requirement.title,
        framework: requirement.framework,
        group: requirement.group,
        status: result.status,
        because: [...result.because],
        compensated: result.compensated.map((each) => ({ ...each })),
        key_controls: (keys.get(requirement.ref) ?? []).map(({ control }) => control),
        sentence: criterionSentence(requirement.id, result, told),
      },
    ];
  });
}

/** One control of a window, with its days over all scopes. */
export function presentControl(known: Material, answer: ControlAnswer, timeline: Timeline) {
  const control = known.known.controls.find(({ code }) => code === answer.control);
  const state = known.known.states.get(answer.control);
  const codes = new Set(timeline.line.map(({ code }) => code));
  const { expected, ...states } = answer.counts;
  return {
    code: answer.control,
    name: control?.name ?? answer.control,
    owner: state?.state === 'adopted' ? (state.owner ?? null) : null,
    owner_role: control?.ownerRole ?? '',
    kind: control?.kind ?? '',
    cadence: cadenceText(cadenceOn(timeline, answer.control, dayOfDate(known.today))),
    replaces: timeline.line.slice(0, -1).map(({ code }) => code),
    standing: answer.standing,
    sentence: controlSentence(answer, timeline),
    counts: { expected, ...states },
    coverage: { numerator: answer.coverage.filled, denominator: answer.coverage.of },
    longest_gap_days: answer.longestGapDays,
    deviations: answer.deviations.length,
    earliest_clean_start: answer.earliestCleanStart ?? null,
    latest_clean_end: answer.latestCleanEnd ?? null,
    population_missing: answer.populationMissing,
    reconstructed: [...answer.reconstructed].map(evidenceOf),
    requirements: [
      ...new Set(known.known.mappings.filter((each) => codes.has(each.control)).map(({ to }) => to)),
    ],
    days: stretches(answer.days),
  };
}

/** Each scope by itself, where there are several. */
export function presentScopes(answer: ControlAnswer, timeline: Timeline, window: Period) {
  return timeline.scopes.length < 2
    ? []
    : timeline.scopes.map(({ name, from, until, added }) => ({
        name,
        from: from ?? null,
        until: until ?? null,
        added: added ?? false,
        days: stretches(dayStates(answer.occurrences, window, name)),
      }));
}

export function presentOccurrences(occurrences: readonly Occurrence[], timeline: Timeline) {
  return spells(occurrences).map((spell) => presentSpell(spell, timeline));
}

function presentSpell(spell: Spell, timeline: Timeline | undefined) {
  const { occurrence, last, count } = spell;
  const said = spellText(spell, cadenceOn(timeline, occurrence.control, occurrence.last));
  return {
    scope: occurrence.scope,
    control: occurrence.control,
    item: occurrence.item ?? null,
    first: dateOfDay(occurrence.first),
    due: dateOfDay(last),
    count,
    grace_until: dateOfDay(Math.max(last, occurrence.graceUntil)),
    state: occurrence.state,
    filled_by: act(occurrence.filledBy),
    caught_up_by: act(occurrence.caughtUpBy),
    prior_run: act(occurrence.priorRun),
    excluded: occurrence.exclusion
      ? {
          reason: occurrence.exclusion.reason,
          owner: occurrence.exclusion.owner,
          until: occurrence.exclusion.period.until,
        }
      : null,
    sentence: `${occurrence.control} ${said}.`,
  };
}

/** A window that nobody has saved, with its answer. */
type Supposed = Pick<Answered, 'question' | 'answer'>;

/** What would have to be true for another window; each control's days told together. */
export function presentStart(known: Material, conditions: StartConditions, asked: Supposed) {
  const { answer } = asked;
  const { controls } = answer;
  const told = toldOf(asked);
  const blocks = blocksOf(controls, conditions.window);
  const clean = controls.filter(({ deviations }) => deviations.length === 0);
  return {
    window: { from: conditions.window.from, until: conditions.window.until },
    remarks: conditions.remarks.map(presentRemark),
    sentence: startSentence(conditions, clean.length, controls.length),
    clean: { numerator: clean.length, denominator: controls.length },
    controls: controls.map((each) => ({
      code: each.control,
      standing: each.standing,
      deviations: each.deviations.length,
    })),
    blockers: presentNeeds(known, conditions.blockers, told.timelines),
    needs: presentNeeds(known, conditions.needs, told.timelines),
    populations: [...conditions.populations],
    earliest_clean_start: answer.earliestCleanStart ?? null,
    clean_sentence: cleanSentence(conditions.window, { answer, blocks }, told),
    blocks: presentBlocks(known, blocks, told.timelines),
  };
}

/** Needs by due day; those of one continuous control that follow on one another are one. */
export function presentNeeds(known: Material, needs: readonly Need[], timelines: Told['timelines']) {
  const byControl = Map.groupBy(needs, ({ control }) => control);
  return [...byControl]
    .flatMap(([control, own]) =>
      spells(own.map(({ occurrence }) => occurrence)).map((spell) => ({
        ...presentSpell(spell, timelines.get(control)),
        name: nameOf(known, control),
        of: control,
      })),
    )
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.of < b.of ? -1 : 1));
}

function presentRemark(remark: WindowRemark) {
  return {
    code: remark.code,
    severity: remark.severity,
    days: remark.days ?? null,
    sentence: remarkSentence(remark),
  };
}

export function presentOutage({ controls, scope, from, until, reason }: KnownOutage) {
  return {
    controls: controls === 'all' ? null : [...controls],
    scope: scope ?? null,
    from,
    until,
    reason,
  };
}

/** Outages that touch a period, as days of UTC: what is at the edge is shown rather than hidden. */
export function outagesIn(known: Material, period: Period): readonly KnownOutage[] {
  return known.outages.filter(
    ({ from, until }) => from < `${period.until}T24` && until >= `${period.from}T00`,
  );
}

/** Days that follow on one another in the same state, told once. */
function stretches(states: readonly DayState[]) {
  const found: { state: DayState; days: number }[] = [];
  for (const state of states) {
    const open = found.at(-1);
    if (open?.state === state) open.days += 1;
    else found.push({ state, days: 1 });
  }
  return found;
}

function act(done: Filling | undefined) {
  return done ? { evidence: evidenceOf(done.evidence), performed_on: dateOfDay(done.day) } : null;
}

export function nameOf(known: Material, code: string): string {
  return known.known.controls.find((control) => control.code === code)?.name ?? code;
}
