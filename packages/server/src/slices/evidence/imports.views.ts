// What showing imports needs, read at once however many they are.
import type { Instant } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Tx } from '../../platform/postgres/database.ts';
import type { OrgScope } from '../access/access.module.ts';
import { outline, type Outline } from '../controls/controls.module.ts';
import { controlsOfCheck, tallyImports } from '../monitoring/monitoring.module.ts';
import { presentImport, type ImportView } from './imports.presenter.ts';
import { findImport, firstProblems, sameImports, type ImportRecord } from './imports.repository.ts';

const FIRST_PROBLEMS = 20;

interface Viewing {
  readonly deps: Deps;
  readonly scope: OrgScope;
  readonly now: Instant;
}

/** Imports by their ids, each as its own route shows it. */
export async function presentImports(viewing: Viewing, tx: Tx, ids: readonly string[]) {
  const held: ImportRecord[] = [];
  for (const id of ids) {
    const found = await findImport(tx, viewing.scope, id);
    if (found) held.push(found);
  }
  const model = await outline(tx, viewing.scope, viewing.now);
  const views = await viewsOf(viewing, tx, { model, held });
  return held.map((each) => presentImport(each, views(each)));
}

export async function viewsOf(
  { scope, deps }: Pick<Viewing, 'deps' | 'scope'>,
  tx: Tx,
  of: { readonly model: Outline; readonly held: readonly ImportRecord[] },
): Promise<(held: ImportRecord) => ImportView> {
  const { model } = of;
  const imports = of.held.map((held) => held.id);
  const tallies = await tallyImports(tx, scope, imports);
  const problems = await firstProblems(tx, scope, { imports, each: FIRST_PROBLEMS });
  const same = await sameImports(
    tx,
    scope,
    of.held.filter((held) => held.state === 'pending'),
  );
  const names = new Map(model.controls.map((control) => [control.code, control.name]));
  return (held) => ({
    tallies: tallies.get(held.id) ?? [],
    problems: problems.get(held.id) ?? [],
    sameAs: same.get(held.id)?.id ?? null,
    examination: model.examination,
    controlsOf: (check) => controlsOfCheck(check, model.overrides, deps.catalogue),
    names,
    // Silence is measured when it is told: the request may have waited.
    now: deps.clock.now(),
  });
}
