// Lists of events that were frozen this morning: who left, with one late offboarding, and a list that is empty.
import type { PopulationKind } from '@assay/core';
import { startDraft } from '../slices/monitoring/populations/draft.usecases.ts';
import { freezePopulation } from '../slices/monitoring/populations/freeze.usecases.ts';
import { readFile } from '@assay/sources';
import { must, type Act, type Place } from './act.ts';
import { at, type Calendar } from './calendar.ts';
import { mergedChanges } from './changes.ts';
import type { Delivery } from './paperActs.ts';
import { OWNERS } from './people.ts';
import { LEFT } from './scans/lists.ts';
import { csvLines } from './scans/scan.ts';

/** Days before today from which on the lists hold every event. */
const SINCE = 120;

interface List {
  readonly kind: PopulationKind;
  readonly title: string;
  readonly filename: string;
  readonly controls: readonly string[];
  readonly source: string;
  readonly query: string;
  readonly by: string;
  readonly rows: (on: Calendar) => readonly (readonly string[])[];
}

const LISTS: readonly List[] = [
  {
    kind: 'leavers',
    title: 'Leavers, from the people system',
    filename: 'population-leavers.csv',
    controls: ['C-30'],
    source: 'people system',
    query: 'report "ended contracts", all teams, with the day on which the last account was closed',
    by: OWNERS.people_lead,
    rows: (on) => [
      ['person', 'left_on', 'access_removed_on'],
      ...LEFT.map(([name, daysAgo, took]) => [name, on.ago(daysAgo), on.ago(daysAgo - took)]),
    ],
  },
  {
    kind: 'joiners',
    title: 'Joiners, from the people system',
    filename: 'population-joiners.csv',
    controls: ['C-25'],
    source: 'people system',
    query: 'report "new contracts", all teams, with the day on which confidentiality was signed',
    by: OWNERS.people_lead,
    rows: (on) => [
      ['person', 'joined_on', 'signed_on'],
      ['Femke Duarte', on.ago(88), on.ago(90)],
      ['Klara Mbeki', on.ago(60), on.ago(60)],
      ['Gijs Pallister', on.ago(32), on.ago(35)],
    ],
  },
  {
    kind: 'production_changes',
    title: 'Changes merged into production',
    filename: 'population-changes.csv',
    controls: ['C-77'],
    source: 'Git repository harbour',
    query: 'git log --first-parent main',
    by: OWNERS.platform_engineer,
    rows: (on) => mergedChanges(on, SINCE),
  },
  {
    kind: 'custom',
    title: 'Requests for tests on production during audits',
    filename: 'population-audit-tests.csv',
    controls: ['C-105'],
    source: 'ticket tracker',
    query: 'label = "audit test on production", every state',
    by: OWNERS.platform_engineer,
    rows: () => [['ticket', 'day', 'done']],
  },
];

export function populationDeliveries(on: Calendar): readonly Delivery[] {
  return LISTS.map((list) => ({
    filename: list.filename,
    bytes: csvLines(list.rows(on)),
    at: at(on.today, '00:00'),
  }));
}

/** Drafted and frozen by the use cases that a person's own list goes through. */
export function populationActs(place: Place): readonly Act[] {
  const { on, deps } = place;
  const now = at(on.today, '00:00');
  return LISTS.map((list): Act => ({
    at: now,
    alone: async () => {
      const work = { deps, scope: place.as(list.by), now };
      // Our own bytes need no process apart.
      const code = must(
        await startDraft(
          { ...work, read: readFile },
          {
            artefact: place.stored(list.filename),
            filename: list.filename,
            kind: list.kind,
            title: list.title,
            controls: list.controls,
            provenance: {
              source: list.source,
              environment: 'production',
              query: list.query,
              filters: '',
              range: { from: on.ago(SINCE), until: on.today },
              generator: list.by,
              generatedAt: now,
              everyPage: true,
              daysWrittenBy: 'system',
            },
          },
        ),
      );
      must(await freezePopulation(work, code, undefined));
    },
  }));
}
