// Which controls a window is asked about, since when each runs, and who came before it.
import { addDays, type ControlCode, type PlainDate } from '../kernel/index.ts';
import type { ControlScope, Exclusion, Lifetime, ScheduleVersion, Timeline } from '../monitoring/index.ts';
import { defaultCadence } from './cadence.ts';
import type { Control, ControlState } from './control.ts';
import { ONLY_SCOPE, systemRows, unsaidRows, type RowsAsked, type SystemRows } from './systemRows.ts';

/** What people have said of a control's running; what they have not said follows from the control itself. */
export interface ControlSchedule {
  readonly startedOn: PlainDate | undefined;
  /** First day on which it no longer ran. */
  readonly retiredOn: PlainDate | undefined;
  /** The control whose place it took: the two are one line. */
  readonly replaces: ControlCode | undefined;
  readonly versions: readonly ScheduleVersion[];
  readonly scopes: readonly ControlScope[];
}

export const NO_SCHEDULE: ControlSchedule = {
  startedOn: undefined,
  retiredOn: undefined,
  replaces: undefined,
  versions: [],
  scopes: [],
};

export interface LineQuestion {
  readonly controls: readonly Control[];
  readonly states: ReadonlyMap<ControlCode, ControlState>;
  /** Day on which a control was said to be implemented and since when it has been. */
  readonly implementedOn: ReadonlyMap<ControlCode, PlainDate>;
  readonly schedules: ReadonlyMap<ControlCode, ControlSchedule>;
  readonly today: PlainDate;
  /** The scope whose systems decide which rows count on which days. */
  readonly systems?: RowsAsked | undefined;
  /** Controls of which something that was seen or done names a system. */
  readonly toldApart?: ReadonlySet<ControlCode> | undefined;
}

/** A control in force with those that it replaced, eldest first. */
export interface ControlLine {
  readonly control: ControlCode;
  readonly line: Timeline['line'];
  readonly scopes: readonly ControlScope[];
  /** Days on which a row does not count, because its system had left the scope and came back. */
  readonly outside: readonly Exclusion[];
}

/**
 * Lines of the controls in force: adopted, or retired on a day that was said. A control that is only planned does
 * not run yet: it starts tomorrow at the earliest. One that was replaced stands in the line of its successor.
 */
export function controlLines(question: LineQuestion): readonly ControlLine[] {
  const { controls, states, schedules } = question;
  const byCode = new Map(controls.map((control) => [control.code, control]));
  const inForce = controls.filter(
    ({ code }) => states.get(code)?.state === 'adopted' || schedules.get(code)?.retiredOn !== undefined,
  );
  const replaced = new Set(inForce.flatMap(({ code }) => schedules.get(code)?.replaces ?? []));
  return inForce
    .filter(({ code }) => !replaced.has(code))
    .map((control) => {
      const said = schedules.get(control.code) ?? NO_SCHEDULE;
      const own = lifetimeOf(control, question);
      const [eldest, ...others] = predecessors(control, byCode, question);
      const line: Timeline['line'] = eldest ? [eldest, ...others, own] : [own];
      return { control: control.code, line, ...rowsOf(line, said.scopes, question) };
    });
}

/** An event calls for one act, wherever somebody looks: such a control is told apart only where its schedule says so. */
function rowsOf(
  line: Timeline['line'],
  said: readonly ControlScope[],
  { systems, toldApart }: LineQuestion,
): SystemRows {
  if (said.some(({ name }) => name !== ONLY_SCOPE)) return systemRows(said, systems);
  const isEventful = line.some(({ schedule }) => schedule.some(({ cadence }) => cadence.kind === 'event'));
  const isToldApart = !isEventful && line.some(({ code }) => toldApart?.has(code));
  return said.length > 0 && !isToldApart ? { scopes: said, outside: [] } : unsaidRows(systems, isToldApart);
}

/** A control's life and the history of its schedule, as said or as it follows. */
export function lifetimeOf(control: Control, question: Omit<LineQuestion, 'controls'>): Lifetime {
  const { states, implementedOn, schedules, today } = question;
  const said = schedules.get(control.code) ?? NO_SCHEDULE;
  const state = states.get(control.code);
  const planned = state?.state === 'adopted' && state.implementation === 'planned';
  const startedOn =
    said.startedOn ?? (planned ? undefined : implementedOn.get(control.code)) ?? addDays(today, 1);
  const cadence = defaultCadence(control);
  const follows = cadence ? [{ from: startedOn, cadence }] : [];
  const versions = said.versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = versions;
  // What was said from a later day on changes the default; said from the start, it takes its place.
  const before = first === undefined || first.from > startedOn ? follows : [];
  return {
    code: control.code,
    startedOn,
    retiredOn: said.retiredOn,
    schedule: [...before, ...versions],
  };
}

function predecessors(
  control: Control,
  byCode: ReadonlyMap<ControlCode, Control>,
  question: LineQuestion,
): readonly Lifetime[] {
  const line: Lifetime[] = [];
  const seen = new Set([control.code]);
  let code = question.schedules.get(control.code)?.replaces;
  while (code !== undefined && !seen.has(code)) {
    seen.add(code);
    const before = byCode.get(code);
    if (before) line.unshift(lifetimeOf(before, question));
    code = question.schedules.get(code)?.replaces;
  }
  return line;
}
