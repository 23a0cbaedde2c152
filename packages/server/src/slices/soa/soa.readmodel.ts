// The statement as it stands: rows from the recorded word, controls, risks and obligations, with the rules it breaks.
import {
  err,
  ISO_EDITION,
  lineOf,
  lintStatement,
  ok,
  requirementRef,
  statementRows,
  type Applicability,
  type Instant,
  type Line,
  type Result,
  type Row,
  type RowNotes,
  type SoaLint,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { knowledge, type Knowledge } from '../controls/controls.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { treatedRisks } from '../risks/risks.module.ts';
import { listObligations, type ObligationRecord } from './obligations.repository.ts';
import { listNotes, NO_NOTES, notesDocument } from './rows.repository.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

/** A row as somebody considers to decide it. */
export interface Supposed {
  readonly row: string;
  readonly word: Applicability | undefined;
  readonly notes: RowNotes;
}

export interface Statement {
  readonly framework: string;
  readonly rows: readonly Row[];
  readonly lines: readonly Line[];
  readonly lints: readonly SoaLint[];
  readonly obligations: readonly ObligationRecord[];
  readonly known: Knowledge;
  readonly notes: ReadonlyMap<string, RowNotes>;
}

/**
 * Reads the statement, as it is or with one row as it is supposed to be; refused where the edition of Annex A that it is
 * about is not in use.
 */
export async function statement(work: Work, supposed?: Supposed): Promise<Result<Statement, Refusal>> {
  const { tx, scope, catalogue, now } = work;
  const known = await knowledge(tx, scope, { catalogue, now });
  const iso = known.posture.frameworks.find(({ framework }) => framework.id === ISO_EDITION);
  if (!iso)
    return err({
      code: 'soa.no_framework',
      detail: `${scope.slug} does not answer ${ISO_EDITION}, whose Annex A a statement of applicability is about.`,
    });
  const obligations = await listObligations(tx, scope);
  const risks = await treatedRisks(tx, scope, known.today);
  const held = await listNotes(tx, scope);
  const input = {
    requirements: iso.requirements
      .filter(({ requirement }) => requirement.kind === 'control')
      .map((each) => (each.requirement.id === supposed?.row ? { ...each, decision: supposed.word } : each)),
    controls: new Map(
      known.controls.map(({ code, name }) => [
        code,
        { name, state: known.states.get(code), proof: known.posture.controls.get(code)?.iso },
      ]),
    ),
    notes: supposed ? new Map([...held, [supposed.row, supposed.notes]]) : held,
    risks,
    obligations,
    today: known.today,
  };
  const rows = statementRows(input);
  const titles = new Map(
    obligations.map(({ code, title, clause }) => [code, clause === '' ? title : `${title}, ${clause}`]),
  );
  return ok({
    framework: ISO_EDITION,
    rows,
    lines: rows.map((row) => lineOf(row, titles)),
    lints: lintStatement(rows, input),
    obligations,
    known,
    notes: held,
  });
}

/**
 * What a change of a row is held against. It is made from what is decided, because the word on applicability may be
 * changed elsewhere: no revision of one table speaks of both.
 */
export function tagOf(row: string, { notes, known }: Pick<Statement, 'notes' | 'known'>): string {
  const word = known.decisions.get(requirementRef(ISO_EDITION, row));
  return sha256Hex(JSON.stringify([word ?? null, notesDocument(notes.get(row) ?? NO_NOTES)])).slice(0, 16);
}
