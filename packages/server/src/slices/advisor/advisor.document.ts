// What is printed of the advice: two pages for a board.
import { boardBrief, dateOfInstant, ok } from '@assay/core';
import { findOrganisation } from '../access/access.module.ts';
import type { DocumentKind } from '../documents/documents.module.ts';
import { adviceOf } from './advice.readmodel.ts';
import { planGiven } from '../plan/ground.module.ts';

export const advisorDocuments: readonly DocumentKind[] = [
  {
    name: 'board-brief',
    title: 'Board brief',
    about:
      'Which credential first, why, what speaks against it, when, at what cost and at which risk: two pages.',
    make: async (asked) => {
      const { tx, scope, now } = asked;
      const plan = await planGiven(asked);
      if (!plan.ok) return plan;
      const organisation = (await findOrganisation(tx, scope))?.settings.name ?? scope.slug;
      return ok(async (cancel) => {
        const made = await adviceOf(plan.value, { cancel });
        if (!made.ok) return made;
        return ok({
          title: 'Which credential first',
          organisation,
          classification: 'Confidential',
          standing: { state: 'as_of', day: dateOfInstant(now) },
          made: now,
          blocks: boardBrief(made.value),
        });
      });
    },
  },
];
