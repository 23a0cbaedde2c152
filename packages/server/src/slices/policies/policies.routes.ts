// HTTP of policies.
import { policiesRoutes, type Routes } from '@assay/contract';
import { fill, lineDifference, ok, type DifferenceLine, type Result } from '@assay/core';
import { attachment, attachmentOf } from '../../app/attachment.ts';
import { bindAll, type Answer, type ContextOf } from '../../app/handler.ts';
import type { Refusal } from '../../app/refusal.ts';
import { holdLedger } from '../evidence/evidence.module.ts';
import { readBrought, type Brought } from './brought.ts';
import { acknowledgePolicy, approvePolicy, publishPolicy, retirePolicy } from './decisions.usecases.ts';
import { presentList, presentPolicy, presentTemplate, type PolicyView } from './policies.presenter.ts';
import { filledText, findPolicy, policies, versionOf, type Policy } from './policies.readmodel.ts';
import { changePolicy, createPolicy, tagOf, templateOf, type Work } from './policies.usecases.ts';
import type { PolicyRecord } from './versions.repository.ts';

type Scoped = ContextOf<Routes['policies.list']>;

export const policiesHandlers = bindAll(policiesRoutes, {
  'policies.templates': (context) =>
    inside(context, async (work) => {
      const used = await codesOf(work);
      const data = work.catalogue.policies.map((each) => presentTemplate(each, used.has(each.code)));
      return ok({ data: { data } });
    }),
  'policies.template': (context, { params }) =>
    inside(context, async (work) => {
      const found = templateOf(work, params.policy);
      if (!found.ok) return found;
      const used = (await codesOf(work)).has(params.policy);
      return ok({ data: { ...presentTemplate(found.value, used), text: found.value.body } });
    }),
  'policies.list': (context, { query }) =>
    inside(context, async (work) => {
      const all = await policies(work.tx, work);
      const shown = all.filter(({ standing }) => query.state === undefined || standing.state === query.state);
      return ok({ data: presentList(all, shown, work.catalogue) });
    }),
  'policies.create': async (context, { body }) => {
    const brought = await broughtBy(context, body.file);
    return brought.ok
      ? one(context, (work) => createPolicy(work, { ...body, brought: brought.value }))
      : brought;
  },
  'policies.read': (context, { params, query }) =>
    inside(context, async (work) => {
      const found = await findPolicy(work.tx, work, params.policy);
      if (!found.ok) return found;
      const shown = versionOf(found.value, query.version ?? found.value.newest.version);
      return shown.ok ? ok(answer(found.value, work, shown.value)) : shown;
    }),
  'policies.download': (context, { params, query }) =>
    inside(context, async (work) => {
      const found = await findPolicy(work.tx, work, params.policy);
      if (!found.ok) return found;
      const shown = versionOf(found.value, query.version ?? found.value.newest.version);
      return shown.ok ? ok({ data: fileOf(context, shown.value) }) : shown;
    }),
  'policies.change': async (context, { params, body }) => {
    const brought = await broughtBy(context, body.file);
    if (!brought.ok) return brought;
    const to = { ...body, brought: brought.value };
    return one(context, (work) => changePolicy(work, params.policy, { ifMatch: context.ifMatch, to }));
  },
  'policies.approve': (context, { params, body }) =>
    one(context, (work) => approvePolicy(work, params.policy, { ifMatch: context.ifMatch, ...body })),
  'policies.publish': (context, { params, body }) =>
    one(context, (work) => publishPolicy(work, params.policy, { ifMatch: context.ifMatch, ...body })),
  'policies.retire': (context, { params, body }) =>
    one(context, (work) => retirePolicy(work, params.policy, { ifMatch: context.ifMatch, ...body })),
  'policies.acknowledge': (context, { params, body }) =>
    one(context, (work) =>
      acknowledgePolicy(work, params.policy, {
        people: body.people ?? (body.person === undefined ? undefined : [body.person]),
        proof: body.proof,
      }),
    ),
  'policies.difference': (context, { params, query }) =>
    inside(context, async (work) => {
      const found = await findPolicy(work.tx, work, params.policy);
      return found.ok ? difference(work, found.value, query) : found;
    }),
});

function fileOf({ deps, scope }: Scoped, version: PolicyRecord): Response {
  const { file, code } = version;
  if (file)
    return attachment(deps.blobs.read(scope.org, file.sha256), {
      filename: file.filename,
      mediaType: file.media_type,
      size: file.size,
      etag: file.sha256,
    });
  return attachmentOf(`# ${version.title}\n\n${filledText(version).text}`, {
    filename: `${code}-version-${version.version}.md`,
    mediaType: 'text/markdown; charset=utf-8',
  });
}

/** A file is read before the ledger is held, so that nobody else waits for it. */
async function broughtBy(
  { deps, scope }: Scoped,
  given: { readonly artefact: string; readonly filename: string } | undefined,
): Promise<Result<Brought | undefined, Refusal>> {
  return given === undefined ? ok(undefined) : readBrought({ deps, scope }, given);
}

/** From the version before by default, from the template where there is none; what was not there at all is empty. */
function difference(
  work: Work,
  policy: Policy,
  asked: { readonly from?: number | undefined; readonly to?: number | undefined },
) {
  const to = versionOf(policy, asked.to ?? policy.newest.version);
  if (!to.ok) return to;
  const from = asked.from ?? to.value.version - 1;
  const before = from === 0 ? beginning(work, to.value, asked.from === 0) : textOf(policy, from);
  if (!before.ok) return before;
  const lines = lineDifference(before.value, filledText(to.value).text);
  const count = (kind: DifferenceLine['kind']): number => lines.filter((line) => line.kind === kind).length;
  return ok({
    data: {
      from,
      to: to.value.version,
      removed: count('removed'),
      added: count('added'),
      lines: lines.map(({ kind, text }) => ({ kind, text })),
    },
  });
}

function textOf(policy: Policy, version: number): Result<string, Refusal> {
  const found = versionOf(policy, version);
  return found.ok ? ok(filledText(found.value).text) : found;
}

/** The template, filled as the version is; where a policy has none, nothing, unless the template was asked for. */
function beginning(work: Work, version: PolicyRecord, wanted: boolean): Result<string, Refusal> {
  const found = templateOf(work, version.template ?? version.code);
  if (found.ok) return ok(fill(found.value.body, new Map(Object.entries(version.variables))).text);
  return wanted ? found : ok('');
}

async function codesOf(work: Work): Promise<ReadonlySet<string>> {
  return new Set((await policies(work.tx, work)).map(({ code }) => code));
}

function answer(policy: Policy, { catalogue }: Work, shown?: PolicyRecord): Answer<PolicyView> {
  return { data: presentPolicy(policy, catalogue, shown), etag: tagOf(policy.newest) };
}

/**
 * Acts on one policy and shows it as it stands afterwards. The ledger is held before anything is read: of two writers
 * who read the same version, the second sees what the first wrote, and is refused.
 */
function one(
  context: Scoped,
  act: (work: Work) => Promise<Result<Policy, Refusal>>,
): Promise<Result<Answer<PolicyView>, Refusal>> {
  return inside(context, async (work) => {
    await holdLedger(work.tx, work.scope);
    const done = await act(work);
    return done.ok ? ok(answer(done.value, work)) : done;
  });
}

function inside<T>(
  { deps, scope, now }: Scoped,
  act: (work: Work) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  return deps.db.inOrganisation(scope.org, (tx) => act({ tx, scope, now, catalogue: deps.catalogue }));
}
