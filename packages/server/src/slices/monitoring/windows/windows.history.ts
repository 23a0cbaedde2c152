// How schedules, exclusions, windows, the calendar and bearings and the ledger speak of the same thing.
import { textIn, wholeVersion, type History } from '../../../platform/postgres/history.ts';
import type { OrgScope } from '../../access/access.module.ts';
import { bearingRows, calendarRows, exclusionRows, scheduleRows, windowRows } from './history.repository.ts';

export const windowsHistories: readonly History<OrgScope>[] = [
  {
    title: 'schedule of control',
    founded: false,
    rows: scheduleRows,
    kinds: ['schedule.changed'],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'control')),
  },
  {
    title: 'exclusion',
    founded: false,
    rows: exclusionRows,
    kinds: ['exclusion.added', 'exclusion.ended'],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'id')),
  },
  {
    title: 'window',
    founded: false,
    rows: windowRows,
    kinds: ['window.saved', 'window.changed', 'window.dropped'],
    told: (_, payload) => wholeVersion(payload, textIn(payload, 'id')),
  },
  {
    title: 'calendar of',
    founded: false,
    rows: calendarRows,
    kinds: ['calendar.changed'],
    told: (_, payload, subject) => wholeVersion(payload, subject),
  },
  {
    title: 'bearing of',
    founded: false,
    rows: bearingRows,
    kinds: ['bearing.set'],
    told: (_, payload, subject) => wholeVersion(payload, `${subject} for ${textIn(payload, 'control')}`),
  },
];
