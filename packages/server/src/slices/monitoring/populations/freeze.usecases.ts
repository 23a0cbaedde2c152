// A draft becomes what an auditor samples from: whole, told where it comes from, and for ever the same.
import {
  err,
  ok,
  populationDigest,
  populationWarnings,
  readRow,
  type JsonValue,
  type Provenance,
  type Result,
} from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { sha256 } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/postgres/database.ts';
import { record } from '../../evidence/evidence.module.ts';
import { draftOf, noPopulation, type Work } from './draft.usecases.ts';
import { provenanceOf, type PopulationRecord } from './population.ts';
import { findPopulation, freezeDraft } from './populations.repository.ts';
import { bodiesOf } from './rows.repository.ts';

export async function freezePopulation(
  work: Work,
  code: string,
  supersedes: string | undefined,
): Promise<Result<string, Refusal>> {
  const { deps, scope, now } = work;
  return deps.db.inOrganisation(scope.org, async (tx) => {
    const held = await draftOf(tx, scope, code);
    if (!held.ok) return held;
    const provenance = whole(held.value, work);
    if (!provenance.ok) return provenance;
    const before = await replacedBy(tx, work, { draft: held.value, supersedes });
    if (!before.ok) return before;
    const bodies = await bodiesOf(tx, scope, held.value.seq);
    const digest = populationDigest(bodies, sha256);
    if (digest === undefined) throw new Error(`a row of ${code} has no UTF-8`);
    const rows = bodies.flatMap((body) => readRow(body) ?? []);
    const warnings = populationWarnings(rows, provenance.value, undefined);
    await freezeDraft(tx, scope, {
      seq: held.value.seq,
      digest,
      warnings,
      at: now,
      supersedes: before.value?.seq ?? null,
    });
    await record(tx, scope, {
      kind: 'population.frozen',
      subject: held.value.code,
      at: now,
      artefact: held.value.artefact,
      payload: {
        ...documentOf(held.value, provenance.value),
        digest,
        warnings: warnings.map((each) => ({ ...each, examples: [...each.examples] })),
        supersedes: before.value?.code ?? null,
        by: scope.principal.name,
      },
    });
    return ok(held.value.code);
  });
}

/** The provenance when the draft is whole: every row read, every question answered, made before now. */
function whole(draft: PopulationRecord, { now }: Work): Result<Provenance, Refusal> {
  const { problems, faults } = draft.reading;
  const unread = problems.fatal + problems.error + faults.reduce((sum, each) => sum + each.rows, 0);
  const [fault] = faults;
  if (unread > 0)
    return err({
      code: 'population.unreadable',
      detail:
        problems.first.find((each) => each.level !== 'warning')?.message ??
        `${unread} rows cannot be read by the mapping, the first at ${fault?.first ?? 'its beginning'}.`,
    });
  if (draft.mapping.key === null || draft.mapping.day === null)
    return err({
      code: 'population.incomplete',
      detail: 'Name the columns that hold the key and the day of each event.',
    });
  const { missing, whole: said } = provenanceOf(draft.provenance);
  if (!said)
    return err({ code: 'population.incomplete', detail: `Still to be said: ${missing.join(', ')}.` });
  if (said.generatedAt > now)
    return err({
      code: 'population.incomplete',
      detail: `generated_at ${said.generatedAt} has not come yet; a list cannot be made in the future.`,
    });
  return ok(said);
}

async function replacedBy(
  tx: Tx,
  { scope }: Work,
  asked: { readonly draft: PopulationRecord; readonly supersedes: string | undefined },
): Promise<Result<PopulationRecord | undefined, Refusal>> {
  if (asked.supersedes === undefined) return ok(undefined);
  const before = await findPopulation(tx, scope, asked.supersedes, true);
  if (!before) return err(noPopulation(asked.supersedes));
  const fits =
    before.state === 'frozen' &&
    before.supersededBy === null &&
    before.kind === asked.draft.kind &&
    before.scope === asked.draft.scope;
  return fits
    ? ok(before)
    : err({
        code: 'population.not_superseded',
        detail: `${before.code} is ${before.state === 'draft' ? 'a draft' : before.supersededBy !== null ? 'superseded already' : 'of another kind or scope'}.`,
      });
}

/** What the ledger commits to, beside the digest of the rows. */
function documentOf(draft: PopulationRecord, said: Provenance): Record<string, JsonValue> {
  return {
    population: draft.code,
    kind: draft.kind,
    title: draft.title,
    scope: draft.scope,
    controls: [...draft.controls],
    filename: draft.filename,
    reader: draft.reading.reader,
    sheet: draft.reading.sheet,
    mapping: { ...draft.mapping, fields: [...draft.mapping.fields] },
    rows: draft.rows,
    first_event: draft.first,
    last_event: draft.last,
    source: said.source,
    environment: said.environment,
    query: said.query,
    filters: said.filters,
    range: { from: said.range.from, until: said.range.until },
    generator: said.generator,
    generated_at: said.generatedAt,
    every_page: said.everyPage,
    days_written_by: said.daysWrittenBy,
  };
}
