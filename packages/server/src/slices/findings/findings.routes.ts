// HTTP of findings.
import { findingsRoutes, type HandlerInput, type Routes } from '@assay/contract';
import { findingLints, ok, type Finding, type Result } from '@assay/core';
import { attachmentOf } from '../../app/attachment.ts';
import { bindAll, type Answer, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { holdLedger } from '../evidence/evidence.module.ts';
import { presentFinding, presentLint, presentVersion, type FindingView } from './findings.presenter.ts';
import { findingsSentence } from './findings.sentences.ts';
import { findingVersions, listFindings, type FindingVersion } from './findings.repository.ts';
import { findingsCsv } from './findings.sheet.ts';
import {
  dayOf,
  endFinding,
  find,
  goOnWithFinding,
  openFindingAgain,
  recordFinding,
} from './findings.usecases.ts';
import type { Work } from './work.ts';

type Scoped = ContextOf<Routes['findings.list']>;
type Filters = HandlerInput<Routes['findings.list']>['query'];
type Draft = HandlerInput<Routes['findings.add']>['body'];

export const findingsHandlers = bindAll(findingsRoutes, {
  'findings.list': (context, { query }) =>
    inside(context, async (work) => {
      const all = await listFindings(work.tx, work.scope);
      const today = dayOf(work);
      return ok({
        data: {
          data: all.map((each) => presentFinding(each, today)).filter((each) => fits(each, query)),
          sentence: findingsSentence(all, today),
          total: all.length,
          lints: findingLints(all, today).map(presentLint),
        },
      });
    }),
  'findings.csv': (context, { query }) =>
    inside(context, async (work) => {
      const all = await listFindings(work.tx, work.scope);
      const shown = all.map((each) => presentFinding(each, dayOf(work))).filter((each) => fits(each, query));
      const file = { filename: 'findings.csv', mediaType: 'text/csv; charset=utf-8' };
      return ok({ data: attachmentOf(findingsCsv(shown), file) });
    }),
  'findings.read': (context, { params }) =>
    inside(context, async (work) => answer(work, await find(work, params.finding))),
  'findings.history': (context, { params }) =>
    inside(context, async (work) => {
      const found = await find(work, params.finding);
      if (!found.ok) return found;
      const versions = await findingVersions(work.tx, work.scope, found.value.id);
      return ok({ data: { data: versions.map(presentVersion) } });
    }),
  'findings.add': (context, { body }) => writing(context, (work) => recordFinding(work, draftOf(work, body))),
  'findings.change': (context, { params, body }) =>
    writing(context, (work) => goOnWithFinding(work, params.finding, { ifMatch: context.ifMatch, to: body })),
  'findings.close': (context, { params, body: { because, by } }) =>
    writing(context, (work) => endFinding(work, params.finding, { because, by })),
  'findings.reopen': (context, { params, body: { because, by } }) =>
    writing(context, (work) => openFindingAgain(work, params.finding, { because, by })),
});

function inside<T>(
  { deps, scope, now }: Scoped,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const { catalogue } = deps;
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, now, catalogue }));
}

/** Acts on one finding and shows it as it stands afterwards. */
function writing(
  context: Scoped,
  act: (work: Work) => Promise<Result<FindingVersion, Refusal>>,
): Promise<Result<Answer<FindingView>, Refusal>> {
  return inside(context, async (work) => {
    // What may be said next follows from what was said: writers come one after the other.
    await holdLedger(work.tx, work.scope);
    return answer(work, await act(work));
  });
}

function answer(work: Work, found: Result<FindingVersion, Refusal>): Result<Answer<FindingView>, Refusal> {
  if (!found.ok) return found;
  return ok({ data: presentFinding(found.value, dayOf(work)), etag: `"${found.value.revision}"` });
}

/** What was sent as a whole record: found today by whoever records it, where nothing else is said. */
function draftOf(work: Work, { found_on, found_by, ...said }: Draft): Finding {
  return {
    ...said,
    found_on: found_on ?? dayOf(work),
    found_by: found_by ?? work.scope.principal.name,
    closed: null,
    reopened: [],
  };
}

function fits(finding: FindingView, query: Filters): boolean {
  const { q } = query;
  const same = (['kind', 'state', 'source', 'owner', 'where', 'overdue'] as const).every(
    (name) => query[name] === undefined || finding[name] === query[name],
  );
  return (
    same &&
    (query.requirement === undefined || finding.requirements.includes(query.requirement)) &&
    (query.control === undefined || finding.controls.includes(query.control)) &&
    (query.open === undefined || query.open === (finding.closed === null)) &&
    (q === undefined ||
      [finding.id, finding.statement, finding.cause ?? '', finding.action?.what ?? ''].some((text) =>
        text.toLowerCase().includes(q.toLowerCase()),
      ))
  );
}
