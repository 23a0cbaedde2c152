// Populations as the API shows them.
import {
  populationWarnings,
  type PopulationRow,
  type PopulationWarning,
  type Reconciliation,
  type RuleItem,
  type RuleResult,
} from '@assay/core';
import type { Tx } from '../../../platform/postgres/database.ts';
import type { OrgScope } from '../../access/access.module.ts';
import {
  codeOf,
  provenanceOf,
  tagOf,
  type PopulationRecord,
  type ReconciliationRecord,
} from './population.ts';
import { reconciliationsOf } from './reconciliations.repository.ts';
import { populationRows } from './rows.repository.ts';

const KEYS_SHOWN = 500;

/** Shows populations with what second sources told; drafts are questioned as they stand. */
export async function presentPopulations(tx: Tx, scope: OrgScope, held: readonly PopulationRecord[]) {
  const told = await reconciliationsOf(
    tx,
    scope,
    held.map((each) => each.seq),
  );
  const shown: ReturnType<typeof present>[] = [];
  for (const each of held) {
    const reconciliations = told.get(each.seq) ?? [];
    shown.push(
      present(each, {
        reconciliations,
        warnings: await warningsOf(tx, scope, { held: each, reconciliations }),
      }),
    );
  }
  return shown;
}

/** A frozen list keeps the doubts that it was frozen with; what a second source told since takes its word back. */
async function warningsOf(
  tx: Tx,
  scope: OrgScope,
  of: { readonly held: PopulationRecord; readonly reconciliations: readonly ReconciliationRecord[] },
): Promise<readonly PopulationWarning[]> {
  const { held, reconciliations } = of;
  const last = reconciliations.at(-1)?.result;
  if (held.warnings) {
    const own = held.warnings.filter((each) => each.code !== 'no_second_source');
    return [...own, ...secondSourceWarnings(last)];
  }
  const { source, environment, query, filters, range, generator, generatedAt, everyPage, daysWrittenBy } =
    held.provenance;
  return populationWarnings(
    await populationRows(tx, scope, held.seq),
    {
      ...(source === null ? {} : { source }),
      ...(environment === null ? {} : { environment }),
      ...(query === null ? {} : { query }),
      ...(filters === null ? {} : { filters }),
      ...(range === null ? {} : { range }),
      ...(generator === null ? {} : { generator }),
      ...(generatedAt === null ? {} : { generatedAt }),
      ...(everyPage === null ? {} : { everyPage }),
      ...(daysWrittenBy === null ? {} : { daysWrittenBy }),
    },
    last,
  );
}

function secondSourceWarnings(last: Reconciliation | undefined): readonly PopulationWarning[] {
  return populationWarnings([], {}, last).filter((each) => /second_source/.test(each.code));
}

function present(
  held: PopulationRecord,
  seen: {
    readonly reconciliations: readonly ReconciliationRecord[];
    readonly warnings: readonly PopulationWarning[];
  },
) {
  const { reading, provenance: said } = held;
  return {
    id: held.code,
    state: held.state,
    tag: tagOf(held),
    kind: held.kind,
    title: held.title,
    scope: held.scope,
    controls: [...held.controls],
    artefact: held.artefact,
    filename: held.filename,
    reader: reading.reader,
    sheet: reading.sheet,
    sheets: [...reading.sheets],
    columns: reading.columns.map(({ name, examples }) => ({ name, examples: [...examples] })),
    mapping: { ...held.mapping, fields: [...held.mapping.fields] },
    provenance: {
      source: said.source,
      environment: said.environment,
      query: said.query,
      filters: said.filters,
      range: said.range,
      generator: said.generator,
      generated_at: said.generatedAt,
      every_page: said.everyPage,
      days_written_by: said.daysWrittenBy,
    },
    missing: held.state === 'frozen' ? [] : missingOf(held),
    rows: held.rows,
    first_event: held.first,
    last_event: held.last,
    problems: { ...reading.problems, first: [...reading.problems.first] },
    faults: [...reading.faults],
    warnings: seen.warnings.map((each) => ({ ...each, examples: [...each.examples] })),
    digest: held.digest,
    reconciliations: seen.reconciliations.map(presentReconciliation),
    supersedes: held.supersedes === null ? null : codeOf(held.supersedes),
    superseded_by: held.supersededBy === null ? null : codeOf(held.supersededBy),
    by: held.madeBy,
    created_at: held.createdAt,
    frozen_by: held.frozenBy,
    frozen_at: held.frozenAt,
  };
}

function missingOf({ mapping, provenance }: PopulationRecord): string[] {
  const columns = [...(mapping.key === null ? ['key'] : []), ...(mapping.day === null ? ['day'] : [])];
  return [...columns, ...provenanceOf(provenance).missing];
}

function presentReconciliation({ result, other, ...told }: ReconciliationRecord) {
  const keys = (all: readonly string[]) => ({ count: all.length, keys: all.slice(0, KEYS_SHOWN) });
  return {
    number: told.number,
    source: told.source,
    artefact: told.artefact,
    population: other === null ? null : codeOf(other),
    here: result.here,
    there: result.there,
    matched: result.matched,
    agrees: told.agrees,
    only_here: keys(result.onlyHere),
    only_there: keys(result.onlyThere),
    other_day: {
      count: result.otherDay.length,
      rows: result.otherDay.slice(0, KEYS_SHOWN).map((each) => ({ ...each })),
    },
    by: told.by,
    at: told.at,
  };
}

export function presentRow({ key, day, done, fields }: PopulationRow) {
  return { key, day, done: done ?? null, fields: { ...fields } };
}

export function presentTest({ rule, ...told }: RuleResult) {
  const items = (all: readonly RuleItem[]) =>
    all.map(({ key, day, reason, days }) => ({ key, day, reason, days: days ?? null }));
  return {
    rule: rule.rule,
    within_days: rule.rule === 'done_within' ? rule.days : null,
    author: rule.rule === 'approved_by_another' ? rule.author : null,
    approvers: rule.rule === 'approved_by_another' ? rule.approvers : null,
    tested: told.tested,
    passed: told.passed,
    deviating: items(told.deviating),
    open: items(told.open),
    unknown: items(told.unknown),
  };
}
