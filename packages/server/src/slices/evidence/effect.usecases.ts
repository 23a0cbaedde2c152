// What a dry run would do to both verdicts: posture now, once committed, and once accepted too.
import { err, ok, type EvidenceFact, type Posture, type Result, type View } from '@assay/core';
import type { Deps } from '../../app/deps.ts';
import type { Refusal } from '../../app/refusal.ts';
import { newId } from '../../platform/crypto.ts';
import { knowledge, supposing, type Knowledge } from '../controls/controls.module.ts';
import { newestObservations } from '../monitoring/monitoring.module.ts';
import type { Work } from './evidence.usecases.ts';
import { findImport } from './imports.repository.ts';
import { evidenceOf } from './imports.usecases.ts';

/** Controls that the import serves and the requirements that lean on them, each with its state then. */
export async function effectOf(work: Work & { readonly deps: Deps }, id: string) {
  const { tx, scope, now, deps } = work;
  const held = await findImport(tx, scope, id);
  if (!held) return noImport(id);
  const known = await knowledge(tx, scope, { catalogue: deps.catalogue, now });
  const draft = await evidenceOf(work, held);
  const observations = await newestObservations(tx, scope, held.id);
  const factsAs = (review: 'pending' | 'accepted'): readonly EvidenceFact[] =>
    draft.controls.map((control) => ({
      evidence: newId('evidence', now),
      code: 'this import',
      control,
      times: { ...draft.times, receivedAt: now },
      review,
    }));
  const by = { importId: held.id, run: held.run };
  const of = { known, catalogue: deps.catalogue, observations, by, now };
  const committed = await supposing(tx, scope, { ...of, facts: factsAs('pending') });
  const accepted = await supposing(tx, scope, { ...of, facts: factsAs('accepted') });
  const touched = new Set<string>(draft.controls);
  return ok({
    controls: controlsIn(known, touched, [known.posture, committed, accepted]),
    requirements: requirementsIn(touched, [known.posture, committed, accepted]),
  });
}

type Three = readonly [Posture, Posture, Posture];

function controlsIn(known: Knowledge, touched: ReadonlySet<string>, three: Three) {
  return known.controls
    .filter((control) => touched.has(control.code))
    .map((control) => {
      const then = (view: View) =>
        states(three, (posture) => posture.controls.get(control.code)?.[view].state ?? 'unknown');
      return { code: control.code, name: control.name, iso: then('iso'), soc2: then('soc2') };
    });
}

function requirementsIn(touched: ReadonlySet<string>, three: Three) {
  return three[0].frameworks.flatMap(({ framework, view, requirements }, at) =>
    requirements.flatMap((each, i) =>
      each.answers.some((answer) => touched.has(answer.control) && answer.strength !== 'supporting')
        ? [
            {
              framework: framework.id,
              view,
              id: each.requirement.id,
              title: each.requirement.title,
              ...states(three, (posture) => posture.frameworks[at]?.requirements[i]?.state ?? each.state),
            },
          ]
        : [],
    ),
  );
}

function states([now, committed, accepted]: Three, read: (posture: Posture) => string) {
  return { now: read(now), committed: read(committed), accepted: read(accepted) };
}

function noImport(id: string): Result<never, Refusal> {
  return err({ code: 'import.not_found', detail: `There is no import ${id}.` });
}
