// The statement as it stands: rows from the recorded word, controls, risks and obligations, with the rules it breaks.
import {
  err,
  ISO_EDITION,
  lineOf,
  lintStatement,
  ok,
  statementRows,
  type Instant,
  type Line,
  type Result,
  type Row,
  type SoaLint,
} from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { knowledge, type Knowledge } from '../controls/controls.module.ts';
import type { Catalogue } from '../frameworks/frameworks.module.ts';
import { treatedRisks } from '../risks/risks.module.ts';
import { listObligations, type ObligationRecord } from './obligations.repository.ts';
import { listNotes } from './rows.repository.ts';

export interface Work {
  readonly tx: Tx;
  readonly scope: OrgScope;
  readonly catalogue: Catalogue;
  readonly now: Instant;
}

export interface Statement {
  readonly framework: string;
  readonly rows: readonly Row[];
  readonly lines: readonly Line[];
  readonly lints: readonly SoaLint[];
  readonly obligations: readonly ObligationRecord[];
  readonly known: Knowledge;
}

/** Reads the statement; refused where the edition of Annex A that it is about is not in use. */
export async function statement(work: Work): Promise<Result<Statement, Refusal>> {
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
  const input = {
    requirements: iso.requirements.filter(({ requirement }) => requirement.kind === 'control'),
    controls: new Map(
      known.controls.map(({ code, name }) => [
        code,
        { name, state: known.states.get(code), proof: known.posture.controls.get(code)?.iso },
      ]),
    ),
    notes: await listNotes(tx, scope),
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
  });
}
