// Findings by the names that these pages use: which a list shows, and what the clock of one says.
import type { CallInput, Output, Routes } from '@assay/contract';
import { FINDING_STATES } from '@assay/core';
import { api, useChange, useOrg } from '../../data/api.ts';
import type { FindingSearch } from './search.ts';

export type Finding = Output<Routes['findings.read']>;
export type FindingVersion = Output<Routes['findings.history']>['data'][number];
export type FindingChange = CallInput<Routes['findings.change']>['body'];

export function useFindings(org: string) {
  return useOrg(org, ['findings'], () => api['findings.list']({ params: { org }, query: {} }));
}

export function useFinding(org: string, finding: string) {
  return useOrg(org, ['findings', finding], () => api['findings.read']({ params: { org, finding } }));
}

/** Goes on with a record, and offers the way back: what stood in the same fields. */
export function useGoOn(org: string, finding: Finding) {
  const change = useChange(org);
  const put = (body: FindingChange, revision: number) =>
    api['findings.change']({ params: { org, finding: finding.id }, ifMatch: `"${revision}"`, body });
  return (to: FindingChange, before: FindingChange, done: string): void =>
    change.mutate({
      act: () => put(to, finding.revision),
      done,
      undo: () => put(before, finding.revision + 1),
    });
}

export function filtered(all: readonly Finding[], by: FindingSearch): readonly Finding[] {
  const words = (by.q ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return all.filter(
    (row) =>
      (by.kind === undefined || row.kind === by.kind) &&
      (by.state === undefined || `finding_${row.state}` === by.state) &&
      (by.source === undefined || row.source === by.source) &&
      (by.where === undefined || row.where === by.where) &&
      (by.control === undefined || row.controls.includes(by.control.toUpperCase())) &&
      shows(row, by.show) &&
      words.every((word) => textOf(row).includes(word)),
  );
}

/** States with their findings, in the order in which a finding goes through them. */
export function columnsOf(
  rows: readonly Finding[],
): readonly (readonly [Finding['state'], readonly Finding[]])[] {
  return FINDING_STATES.map((state) => [state, rows.filter((row) => row.state === state)] as const).filter(
    ([, members]) => members.length > 0,
  );
}

type Clock = Finding['clocks'][number];

/** The clock that runs out first of those that still wait. */
export function nextClock({ clocks }: Pick<Finding, 'clocks'>): Clock | undefined {
  return clocks
    .filter(({ state }) => state !== 'met' && state !== 'met_late')
    .toSorted((one, other) => (one.until < other.until ? -1 : 1))[0];
}

export const CLOCK_WORDS: Readonly<Record<Clock['name'], string>> = {
  plan: 'plan of the action',
  evidence: 'evidence of the action',
  next_audit: 'proof of effect',
  second_stage2: 'proof of effect, or another stage 2,',
  action: 'action',
  effectiveness: 'look at the effect',
};

function shows(row: Finding, show: string | undefined): boolean {
  if (show === 'open') return row.closed === null;
  if (show === 'closed') return row.closed !== null;
  return show !== 'overdue' || row.overdue;
}

function textOf(row: Finding): string {
  return [row.id, row.statement, row.cause ?? '', row.action?.what ?? '', row.owner ?? '', row.where]
    .join(' ')
    .toLowerCase();
}
