// Ends organisations whose day has come, each whole in one transaction; what a kill left of their files goes at the next
// start. A look only ever does what the stored record says.
import { dateOfInstant, endingStep } from '@assay/core';
import type { Deps } from '../../../app/deps.ts';
import { directoryOf } from '../access.repository.ts';
import { deleteOrganisation } from '../access.usecases.ts';
import { endedOrganisations } from '../identityEvents.repository.ts';
import { jobScope } from '../machine.ts';
import type { Directed } from '../scope.ts';
import { judgedEnding } from './ending.document.ts';
import { endingOf, writeEnding } from './ending.usecases.ts';

type InOne = (work: (deps: Deps) => Promise<void>) => Promise<void>;

/** Looks at every organisation once; the short names of those that ended. */
export async function lookAtEndings(deps: Deps, inOne: InOne): Promise<readonly string[]> {
  const ended: string[] = [];
  for (const place of await deps.db.inIdentity((tx) => directoryOf(tx)))
    if (!place.demo)
      await inOne(async (unit) => {
        if (await step(unit, place)) ended.push(place.slug);
      });
  return ended;
}

/** Removes files and keys of organisations that ended while the server was killed. */
export async function finishEndings(deps: Deps): Promise<void> {
  const [ended, living] = await deps.db.inIdentity(
    async (tx) => [await endedOrganisations(tx), await directoryOf(tx)] as const,
  );
  const there = new Set<string>(living.map(({ org }) => org));
  for (const { org } of ended)
    if (!there.has(org)) {
      await deps.blobs.removeAll(org);
      deps.keys.remove(org);
    }
}

/** True when the organisation ended. */
async function step(deps: Deps, place: Directed): Promise<boolean> {
  const scope = jobScope(place, { name: 'ending', permission: 'organisation.delete' });
  if (!scope.ok) return false;
  const work = { deps, scope: scope.value, now: deps.clock.now() };
  const ending = await endingOf(work);
  if (!ending) return false;
  const today = dateOfInstant(work.now);
  switch (endingStep(judgedEnding(ending), today)) {
    case 'see':
      await writeEnding(work, { ...ending, seen_on: today, seen_days: ending.seen_days + 1 });
      return false;
    case 'end':
      await deleteOrganisation(deps, scope.value, { demo: false });
      return true;
    case 'wait':
      return false;
  }
}
