// The way from 2013 to 2022 as it stands: the old statement that was brought, the new one, audits and what is known of both.
import {
  CLAUSE_CHANGES,
  dateOfInstant,
  editionStanding,
  LAST_DAY_OF_2013,
  ok,
  TRANSITION_LINTS,
  transitionOf,
  transitionSentence,
  wordsOfLine,
  type PlainDate,
  type Result,
  type TransitionRow,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { listAudits } from '../audits/audits.module.ts';
import { standingStatement } from '../soa/soa.module.ts';
import { listKept, type KeptRecord } from './kept.repository.ts';
import { draftFrom, presentDraft } from './statement.usecases.ts';
import type { RowState } from './stored.ts';
import type { Work } from './work.ts';

export async function transition(
  work: Work,
  certificate: string | undefined,
): Promise<Result<ReturnType<typeof present>, Refusal>> {
  const standing = await standingStatement(work);
  if (!standing.ok) return standing;
  const old = (await listKept(work.tx, work.scope, { kind: 'statement' })).find(
    ({ state, reading }) =>
      state === 'committed' && reading.kind === 'statement' && reading.edition === '2013',
  );
  const rows = old?.reading.kind === 'statement' ? old.reading.rows : [];
  const draft = draftFrom(rows, work.catalogue);
  const audits = await listAudits(work.tx, work.scope);
  const today = dateOfInstant(work.now);
  const found = transitionOf({
    draft,
    lines: standing.value.lines,
    // A row that stood so before was decided here, whatever the old statement says of it.
    written: new Map(
      old?.effect?.rows
        .filter(({ before, after }) => wordsIn(before) !== wordsIn(after))
        .map(({ row, after }) => [row, wordsIn(after)]),
    ),
    audits: audits.map(({ id, audit }) => ({ code: id, criteria: audit.criteria })),
    certificate,
    today,
  });
  return ok(present(work, { old, found, draft: presentDraft(draft), today }));
}

/** A standing in the words of a line. */
function wordsIn({ standing, notes }: RowState): string {
  const words =
    standing.is === 'in'
      ? textOf(notes['word'])
      : standing.is === 'out'
        ? standing.justification
        : standing.is === 'unreasoned'
          ? standing.because
          : '';
  return wordsOfLine({
    decision: standing.is === 'unreasoned' ? 'in' : standing.is,
    justification: words,
  });
}

function textOf(stored: unknown): string {
  return typeof stored === 'string' ? stored : '';
}

function present(
  { catalogue }: Work,
  of: {
    readonly old: KeptRecord | undefined;
    readonly found: ReturnType<typeof transitionOf>;
    readonly draft: ReturnType<typeof presentDraft>;
    readonly today: PlainDate;
  },
) {
  const { old, found, draft, today } = of;
  const titles = new Map(
    catalogue.frameworks.get('iso27001:2013')?.requirements.map(({ id, title }) => [id, title]),
  );
  return {
    sentence: transitionSentence(found.progress, old?.filename),
    import: old?.id ?? null,
    filename: old?.filename ?? null,
    deadline: LAST_DAY_OF_2013,
    deadline_sentence: deadlineSentence(today),
    draft,
    progress: found.progress,
    rows: found.rows.map((row) => presentRow(row, titles)),
    pitfalls: found.lints.map(({ code, about, detail }) => ({
      code,
      about: [...about],
      detail,
      remedy: TRANSITION_LINTS[code].remedy,
    })),
    clauses: CLAUSE_CHANGES.map((each) => ({ ...each })),
  };
}

/** LAST_DAY_OF_2013 as a sentence says it. */
const DEADLINE = '31 October 2025';

function deadlineSentence(today: PlainDate): string {
  return editionStanding('27001:2013', today) === 'invalid'
    ? `The transition ended on ${DEADLINE}: a certificate that cites ISO/IEC 27001:2013 is invalid, whatever end it carries.`
    : `The transition ends on ${DEADLINE}: after that day a certificate that cites ISO/IEC 27001:2013 is invalid.`;
}

function presentRow(row: TransitionRow, titles: ReadonlyMap<string, string>) {
  return {
    id: row.id,
    title: row.title,
    theme: row.theme,
    origin: row.origin,
    parents: row.parents.map(({ id, split, row: said }) => ({
      id,
      title: titles.get(id) ?? '',
      split,
      applies: said?.applies ?? null,
      status: said?.status ?? null,
    })),
    conflicts: row.conflicts.map(({ field, said }) => ({ field, said: said.map((each) => ({ ...each })) })),
    decision: row.decision,
    justification: row.justification,
    state: row.state,
  };
}
