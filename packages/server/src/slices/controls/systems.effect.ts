// What the draft of a scope would move once somebody approved it: posture on its first day, without it and with it.
import { insideOn, supposedSentence, wordOf, type PlainDate, type Scope } from '@assay/core';
import { presentChange } from './systems.presenter.ts';
import type { Knowledge } from './posture.readmodel.ts';
import { standingOn, type StandingOn } from './standingOn.ts';

/** Undefined where the record has no draft, or its framework is not in use. */
export function presentEffect(model: Knowledge, record: string) {
  const draft = model.named?.written.drafts.get(record);
  if (!draft) return undefined;
  // On one day, so that nothing but the scope makes the difference.
  const day = draft.from > model.today ? draft.from : model.today;
  const of = { framework: draft.framework, day };
  const before = standingOn(model, of);
  const after = standingOn(model, of, [draft]);
  if (!before || !after) return undefined;
  const then = insideOf(after, draft, day);
  const now = insideOf(before, draft, day);
  const same = now?.map((name) => renamed(name, after, draft));
  const change = {
    on: draft.from,
    added: namesNotIn(then, same),
    removed: namesNotIn(same, then),
    first: now === undefined,
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

function insideOf({ history }: StandingOn, { framework }: Scope, day: PlainDate) {
  return insideOn(history, framework, day)?.map(({ name }) => name);
}

/** A system that is only called otherwise is the same: by the name that the draft's own history gives it. */
function renamed(name: string, { history }: StandingOn, { framework }: Scope): string {
  const word = wordOf(name);
  return history.of.get(framework)?.systems.find(({ words }) => words.has(word))?.name ?? name;
}

function namesNotIn(
  names: readonly string[] | undefined,
  others: readonly string[] | undefined,
): readonly string[] {
  const known = new Set((others ?? []).map(wordOf));
  return (names ?? []).filter((name) => !known.has(wordOf(name)));
}
