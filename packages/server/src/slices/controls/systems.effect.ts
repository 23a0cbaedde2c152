// What the draft of a scope would move once somebody approved it: posture on its first day, without it and with it.
import {
  insideOn,
  posture,
  supposedSentence,
  systemHistory,
  wordOf,
  type FrameworkPosture,
  type PlainDate,
  type Scope,
} from '@assay/core';
import { presentChange } from './systems.presenter.ts';
import type { Knowledge } from './posture.readmodel.ts';

/** Undefined where the record has no draft, or its framework is not in use. */
export function presentEffect(model: Knowledge, record: string) {
  const draft = model.named?.written.drafts.get(record);
  if (!draft) return undefined;
  // On one day, so that nothing but the scope makes the difference.
  const day = draft.from > model.today ? draft.from : model.today;
  const before = supposed(model, [], { draft, day });
  const after = supposed(model, [draft], { draft, day });
  if (!before || !after) return undefined;
  const change = {
    on: draft.from,
    added: namesNotIn(after.inside, before.inside),
    removed: namesNotIn(before.inside, after.inside),
    first: before.inside === undefined,
  };
  const waits = (after.standing.scope?.systems ?? []).filter((each) => each.waits.length > 0);
  return {
    framework: draft.framework,
    from: draft.from,
    change: presentChange(change),
    before: { numerator: before.standing.proved.numerator, denominator: before.standing.proved.denominator },
    after: { numerator: after.standing.proved.numerator, denominator: after.standing.proved.denominator },
    waits: waits.map((each) => ({ system: each.system, controls: [...each.waits] })),
    sentence: supposedSentence(change, {
      before: before.standing.proved,
      after: after.standing.proved,
      waits: new Set(
        waits.filter(({ system }) => change.added.includes(system)).flatMap((each) => each.waits),
      ).size,
    }),
  };
}

interface Supposed {
  readonly standing: FrameworkPosture;
  readonly inside: readonly string[] | undefined;
}

function supposed(
  model: Knowledge,
  added: readonly Scope[],
  { draft, day }: { readonly draft: Scope; readonly day: PlainDate },
): Supposed | undefined {
  const { systems, named } = model;
  if (!systems || !named) return undefined;
  const history = systemHistory([...named.written.approved, ...added], day);
  const told = posture({
    ...model,
    today: day,
    categories: model.settings.categories,
    systems: { ...systems, history },
  });
  const standing = told.frameworks.find(({ framework }) => framework.id === draft.framework);
  const inside = insideOn(history, draft.framework, day)?.map(({ name }) => name);
  return standing && { standing, inside };
}

function namesNotIn(
  names: readonly string[] | undefined,
  others: readonly string[] | undefined,
): readonly string[] {
  const known = new Set((others ?? []).map(wordOf));
  return (names ?? []).filter((name) => !known.has(wordOf(name)));
}
