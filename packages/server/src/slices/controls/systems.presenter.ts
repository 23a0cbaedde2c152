// Systems of scopes as the API shows them: days, what waits, changes, and names that match none.
import {
  changeSentence,
  comingSentence,
  unmatchedSentence,
  wordOf,
  type ScopeSystems,
  type System,
  type SystemChange,
} from '@assay/core';
import type { Knowledge } from './posture.readmodel.ts';
import { standingOn } from './standingOn.ts';

export function presentSystems(model: Knowledge) {
  const waits = new Map(
    model.posture.frameworks.flatMap(({ framework, scope }) =>
      (scope?.systems ?? []).map((each) => [key(framework.id, each.system), each.waits] as const),
    ),
  );
  const scopes = inUse(model);
  return {
    sentence: sentenceOf(model, scopes),
    data: scopes.flatMap(({ framework, own }) =>
      own.systems.map((system) => {
        const held = waits.get(key(framework, system.name));
        return {
          framework,
          system: system.name,
          names: namesOf(model, system),
          inside: held !== undefined,
          stays: system.stays.map(({ from, until }) => ({ from: from ?? null, until: until ?? null })),
          waits: [...(held ?? [])],
        };
      }),
    ),
    changes: scopes.flatMap(({ framework, own }) =>
      own.changes.map((change) => ({
        framework,
        ...presentChange(change),
        sentence: told(model, framework, change),
      })),
    ),
    unmatched: {
      sentence: unmatchedSentence(model.posture.unmatched),
      data: model.posture.unmatched.map(({ name, controls }) => ({ name, controls: [...controls] })),
    },
  };
}

export function presentChange({ on, added, removed, first }: SystemChange) {
  return { on, added: [...added], removed: [...removed], first };
}

interface InUse {
  readonly framework: string;
  readonly own: ScopeSystems;
}

function inUse({ named, frameworks }: Knowledge): readonly InUse[] {
  return frameworks.flatMap(({ id }) => {
    const own = named?.history.of.get(id);
    return own ? [{ framework: id, own }] : [];
  });
}

function sentenceOf({ posture }: Knowledge, scopes: readonly InUse[]): string {
  if (scopes.every(({ own }) => own.systems.length === 0))
    return 'No approved scope names a system, so everything that is known counts.';
  const inside = posture.frameworks.flatMap(({ framework, scope }) =>
    scope ? [`${framework.name}: ${scope.systems.length} systems`] : [],
  );
  const waiting = new Set(
    posture.frameworks.flatMap(({ scope }) => (scope?.systems ?? []).flatMap(({ waits }) => waits)),
  ).size;
  return `In scope today: ${inside.join(', ')}. ${waiting === 0 ? 'No control waits' : waiting === 1 ? '1 control waits' : `${waiting} controls wait`} for a system.`;
}

/** Who waits for what came, as of today; for what is still to come, as of its day. */
function told(model: Knowledge, framework: string, change: SystemChange): string {
  const { on, added, first } = change;
  if (first) return `From ${on} the scope names ${added.join(', ')}.`;
  const isComing = on > model.today;
  const standing = isComing
    ? standingOn(model, { framework, day: on })?.standing
    : model.posture.frameworks.find((each) => each.framework.id === framework);
  const waits = (standing?.scope?.systems ?? [])
    .filter(({ system }) => added.includes(system))
    .flatMap((each) => each.waits);
  const count = new Set(waits).size;
  return isComing ? comingSentence(change, count) : changeSentence(change, count);
}

/** What it is called beside its own name, as the newest scope writes it. */
function namesOf({ named }: Knowledge, { name, words }: System): string[] {
  const written = (named?.written.approved ?? []).flatMap((scope) => [
    ...scope.systems,
    ...(scope.names ?? []).map((each) => each.name),
  ]);
  const newest = new Map(written.map((text) => [wordOf(text), text]));
  return [...words].filter((word) => word !== wordOf(name)).map((word) => newest.get(word) ?? word);
}

function key(framework: string, system: string): string {
  return `${framework} ${system}`;
}
