// HTTP of the statement of applicability.
import { soaRoutes, type HandlerInput, type Routes } from '@assay/contract';
import {
  blockingLints,
  dateOfInstant,
  diffStatements,
  ok,
  type Line,
  type Result,
  type RowDecision,
} from '@assay/core';
import { attachmentOf } from '../../app/attachment.ts';
import { bindAll } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { findOrganisation } from '../access/access.module.ts';
import { csvOf, workbookOf } from '../documents/documents.module.ts';
import { approve, findVersion, frozenOf } from './approval.usecases.ts';
import { considerRow, decideRow, decideRows, type RowChange } from './rows.usecases.ts';
import { presentRow, presentStatement, presentVersion } from './soa.presenter.ts';
import { statement, type Statement, type Work } from './soa.readmodel.ts';
import { oscalOf } from './soa.oscal.ts';
import { aboutSheet, statementSheet } from './soa.sheet.ts';
import { listVersions, type SoaVersion } from './versions.repository.ts';
import { within } from './within.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const soaHandlers = bindAll(soaRoutes, {
  'soa.read': (context) =>
    within(context, async (work) => {
      const found = await statement(work);
      return found.ok ? ok({ data: presentStatement(found.value) }) : found;
    }),
  'soa.row': (context, { params: { row } }) =>
    within(context, async (work) => shown(row, await considerRow(work, row, undefined))),
  'soa.try': (context, { params: { row }, body }) =>
    within(context, async (work) => {
      const found = await considerRow(work, row, changeOf(row, body));
      return found.ok ? ok({ data: presentRow(found.value, row) }) : found;
    }),
  'soa.decide': (context, { params: { row }, body }) =>
    within(context, async (work) => shown(row, await decideRow(work, changeOf(row, body), context.ifMatch))),
  'soa.decide_many': (context, { body }) =>
    within(context, async (work) => {
      const changes = body.rows.map(({ row, decide }) => changeOf(row, decide));
      const done = await decideRows(work, changes);
      if (!done.ok) return done;
      const { changed, after } = done.value;
      return ok({ data: { changed, blocking: blockingLints(after.lints).length } });
    }),
  'soa.export': (context, { query }) => within(context, (work) => exported(work, query)),
  'soa.versions': (context) =>
    within(context, async ({ tx, scope }) =>
      ok({ data: { data: (await listVersions(tx, scope)).map(presentVersion) } }),
    ),
  'soa.approve': (context, { body }) =>
    within(context, async (work) => {
      const done = await approve(work, body);
      return done.ok ? ok({ data: presentVersion(done.value) }) : done;
    }),
  'soa.version': (context, { params }) =>
    within(context, async (work) => {
      const found = await findVersion(work, params.version);
      if (!found.ok) return found;
      return ok({ data: { ...presentVersion(found.value), frozen: frozenOf(found.value) } });
    }),
  'soa.differences': (context, { query }) =>
    within(context, async (work) => {
      const from = await findVersion(work, query.from);
      if (!from.ok) return from;
      const to = await writtenDown(work, query.to);
      if (!to.ok) return to;
      const data = diffStatements(frozenOf(from.value).rows, to.value.lines).map((each) => ({ ...each }));
      return ok({ data: { from: from.value.id, to: query.to ?? 'now', data } });
    }),
});

function shown(row: string, found: Result<Statement, Refusal>) {
  if (!found.ok) return found;
  const data = presentRow(found.value, row);
  return ok({ data, etag: `"${data.tag}"` });
}

async function exported(work: Work, query: HandlerInput<Routes['soa.export']>['query']) {
  const written = await writtenDown(work, query.version);
  if (!written.ok) return written;
  const { lines, framework, version } = written.value;
  const { slug } = work.scope;
  const sheet = statementSheet(lines);
  const filename = `${slug}-soa-${version?.id ?? dateOfInstant(work.now)}.${query.as === 'oscal' ? 'oscal.json' : query.as}`;
  if (query.as === 'csv')
    return ok({ data: attachmentOf(csvOf(sheet), { filename, mediaType: 'text/csv' }) });
  const organisation = (await findOrganisation(work.tx, work.scope))?.settings.name ?? slug;
  const about = { organisation, at: work.now, version };
  if (query.as === 'oscal') {
    const text = JSON.stringify(oscalOf({ ...about, slug, lines }), undefined, 2);
    return ok({ data: attachmentOf(text, { filename, mediaType: 'application/json' }) });
  }
  const book = await workbookOf([sheet, aboutSheet({ ...about, framework })]);
  if (!book) throw new Error('a statement outgrew a workbook, though its fields are bounded');
  return ok({ data: attachmentOf(book, { filename, mediaType: XLSX }) });
}

interface Written {
  readonly framework: string;
  readonly lines: readonly Line[];
  /** Undefined for the statement as it stands. */
  readonly version: SoaVersion | undefined;
}

/** A version as it was frozen, or the statement as it stands. */
async function writtenDown(work: Work, id: string | undefined): Promise<Result<Written, Refusal>> {
  if (id === undefined) {
    const found = await statement(work);
    return found.ok ? ok({ ...found.value, version: undefined }) : found;
  }
  const found = await findVersion(work, id);
  if (!found.ok) return found;
  const { framework, rows } = frozenOf(found.value);
  return ok({ framework, lines: rows, version: found.value });
}

function changeOf(row: string, body: HandlerInput<Routes['soa.decide']>['body']): RowChange {
  const { how, owner, due } = body;
  return { row, decision: decisionOf(body), how, owner, due };
}

function decisionOf(body: HandlerInput<Routes['soa.decide']>['body']): RowDecision {
  if (body.decision === 'in') return { is: 'in', reasons: body.reasons };
  if (body.decision === 'out') return { is: 'out', justification: body.justification };
  return { is: 'undecided' };
}
