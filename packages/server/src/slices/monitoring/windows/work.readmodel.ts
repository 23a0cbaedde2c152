// What windows ask of people now: what is due or was missed, what a plan needs, which exclusions are about to end.
import {
  addDays,
  dateOfDay,
  type ControlCode,
  type Occurrence,
  type PlainDate,
  type WorkState,
} from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { answered, windowsOf, type NamedWindow } from './answers.readmodel.ts';
import { material, type Material, type MaterialAsked } from './material.readmodel.ts';

/** Days ahead in which an occurrence is asked for. */
const AHEAD = 14;

export type WindowWork = Pick<WorkState, 'occurrences' | 'expiring' | 'planned'>;

export async function windowWork(tx: Tx, scope: OrgScope, asked: MaterialAsked): Promise<WindowWork> {
  const known = await material(tx, scope, asked);
  const windows = windowsOf(known);
  const running = windows.filter(({ kind, period }) => kind === 'open' && holds(period, known.today));
  return {
    occurrences: running.flatMap((window) => occurrencesIn(known, window)),
    planned: windows.filter(({ kind }) => kind === 'plan').flatMap((window) => plannedIn(known, window)),
    expiring: known.exclusions
      .filter(({ period, note }) => period.until >= known.today && note === '')
      .map(({ id, control, period, reason }) => ({
        what: 'exclusion' as const,
        id,
        control,
        until: period.until,
        reason,
      })),
  };
}

function holds(period: { readonly from: PlainDate; readonly until: PlainDate }, day: PlainDate): boolean {
  return period.from <= day && day < period.until;
}

/** Of each control and scope the newest that was missed, and the next that is due; machines are not asked. */
function occurrencesIn(known: Material, window: NamedWindow): WindowWork['occurrences'] {
  const near = addDays(known.today, AHEAD);
  return byScope(known, window).flatMap(({ control, scope, own }) => {
    const missed = own.filter(({ state, caughtUpBy }) => state === 'missed' && !caughtUpBy).at(-1);
    const due = own.find(({ state, first }) => state === 'pending' && dateOfDay(first) <= near);
    return [
      ...(missed ? [openOf({ control, scope }, missed, 'missed')] : []),
      ...(due && dateOfDay(due.last) <= near ? [openOf({ control, scope }, due, 'due')] : []),
    ];
  });
}

function plannedIn(known: Material, window: NamedWindow): WindowWork['planned'] {
  return byScope(known, window).flatMap(({ control, own }) => {
    const next = own.find(({ state }) => state === 'pending');
    return next ? [{ plan: window.name, control, act: 'Perform', by: dateOfDay(next.last) }] : [];
  });
}

function byScope(known: Material, window: NamedWindow) {
  const machines = new Set(
    known.known.controls.filter(({ kind }) => kind === 'automated').map(({ code }) => code),
  );
  return answered(known, window)
    .answer.controls.filter(({ control }) => !machines.has(control))
    .flatMap(({ control, occurrences }) => {
      const scopes = Map.groupBy(occurrences, (each) => each.scope);
      // A scope is named only where there are several.
      return [...scopes].map(([name, own]) => ({
        control,
        scope: scopes.size > 1 ? name : '',
        own: own.toSorted((a, b) => a.last - b.last),
      }));
    });
}

function openOf(
  of: { readonly control: ControlCode; readonly scope: string },
  occurrence: Occurrence,
  state: 'due' | 'missed',
): WindowWork['occurrences'][number] {
  return {
    ...of,
    state,
    due: dateOfDay(occurrence.last),
    graceUntil: dateOfDay(occurrence.graceUntil),
  };
}
