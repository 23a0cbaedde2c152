// Findings as a table for people: the same columns in a spreadsheet and in an auditor's list.
import { csvText } from '../documents/documents.module.ts';
import type { FindingView } from './findings.presenter.ts';

type Column = readonly [name: string, of: (finding: FindingView) => string];

const COLUMNS: readonly Column[] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['state', ({ state }) => state],
  ['source', ({ source }) => source],
  ['where', ({ where }) => where],
  ['found_on', ({ found_on }) => found_on],
  ['found_by', ({ found_by }) => found_by],
  ['statement', ({ statement }) => statement],
  ['requirements', ({ requirements }) => requirements.join(' ')],
  ['controls', ({ controls }) => controls.join(' ')],
  ['evidence', ({ evidence }) => evidence.join(' ')],
  ['owner', ({ owner }) => owner ?? ''],
  ['correction', ({ correction }) => correction?.what ?? ''],
  ['corrected_on', ({ correction }) => correction?.on ?? ''],
  ['consequences', ({ consequences }) => consequences ?? ''],
  ['cause', ({ cause }) => cause ?? ''],
  ['similar_looked', ({ similar }) => similar?.looked ?? ''],
  ['similar_found', ({ similar }) => similar?.found.join(' ') ?? ''],
  ['action', ({ action }) => action?.what ?? ''],
  ['action_owner', ({ action }) => action?.owner ?? ''],
  ['action_due', ({ action }) => action?.due ?? ''],
  ['action_done', ({ action }) => action?.done ?? ''],
  ['effectiveness_due', ({ effectiveness }) => effectiveness?.due ?? ''],
  ['verdict', ({ effectiveness }) => effectiveness?.said?.verdict ?? ''],
  ['verdict_on', ({ effectiveness }) => effectiveness?.said?.on ?? ''],
  ['verdict_by', ({ effectiveness }) => effectiveness?.said?.by ?? ''],
  ['system_change', ({ system_change }) => system_change ?? ''],
  ['deviations', ({ exception }) => String(exception?.deviations ?? '')],
  ['sample', ({ exception }) => String(exception?.sample ?? '')],
  ['population', ({ exception }) => String(exception?.population ?? '')],
  ['management_response', ({ exception }) => exception?.response ?? ''],
  ['clocks', ({ clocks }) => clocks.map(({ name, until, state }) => `${name} ${until} ${state}`).join('; ')],
  ['closed_on', ({ closed }) => closed?.on ?? ''],
  ['closed_by', ({ closed }) => closed?.by ?? ''],
  ['times_reopened', ({ reopened }) => String(reopened.length)],
];

export function findingsCsv(findings: readonly FindingView[]): string {
  return csvText(
    COLUMNS.map(([name]) => name),
    findings.map((finding) => COLUMNS.map(([, of]) => of(finding))),
  );
}
