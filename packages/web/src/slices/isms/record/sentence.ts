// The first sentence of a record's page: what is in force by whose word, and what waits.
import { dayWords } from '@assay/core';
import { said } from '../../../ui/words.ts';
import type { IsmsRow } from '../records.ts';

export function recordSentence(row: IsmsRow, versions: readonly IsmsRow[]): string {
  const { record, lints } = row;
  const blocks = lints.filter((each) => each.blocks).length;
  const waits = blocks === 0 ? '' : ` ${blocks} ${blocks === 1 ? 'remark blocks' : 'remarks block'} it.`;
  if (record.kind === 'review')
    return record.closed
      ? `Held on ${dayWords(record.on)} and closed by ${record.closed.by}; ${openActions(row)} of ${record.actions.length} actions are open.`
      : `Planned for ${dayWords(record.on)}.${blocks === 0 ? ' Nothing stands in the way of closing it.' : ` ${blocks} ${blocks === 1 ? 'remark stands' : 'remarks stand'} in the way of closing it.`}`;
  if (record.kind === 'feedback') return feedbackLine(record);
  return `${heldSentence(row, versions)}${draftSentence(row)}${row.approval ? '' : waits}`;
}

function feedbackLine(record: Extract<IsmsRow['record'], { kind: 'feedback' }>): string {
  const { party, on, answer, withdrawn } = record;
  const told = `${party} said it on ${dayWords(on)}`;
  if (withdrawn)
    return `${told}; withdrawn on ${dayWords(withdrawn.on)} by ${withdrawn.by}: ${withdrawn.because}`;
  return answer
    ? `${told}; ${answer.by} answered on ${dayWords(answer.on)}.`
    : `${told}; nobody has answered yet.`;
}

function heldSentence(row: IsmsRow, versions: readonly IsmsRow[]): string {
  if (row.in_force === null) return 'No version is in force.';
  const approved = versions.findLast(
    ({ revision, approval }) => revision <= (row.in_force ?? 0) && approval !== null,
  )?.approval;
  const word = approved
    ? `, approved on ${dayWords(approved.at)} by ${approved.by}, ${said(approved.role)}`
    : '';
  return `Version ${row.in_force} is in force${word}.`;
}

function draftSentence({ record, revision, approval, in_force: held }: IsmsRow): string {
  if (held === revision) return '';
  if (approval !== null && record.kind === 'scope')
    return ` Version ${revision} is approved and begins on ${dayWords(record.from)}.`;
  return ` Version ${revision} is a draft that nobody has approved.`;
}

function openActions({ record }: IsmsRow): number {
  return record.kind === 'review' ? record.actions.filter(({ done }) => done === null).length : 0;
}
