// Use case: a management review is filled from what every slice knows today.
import { factsForReview } from './known.readmodel.ts';
import { fillReview, type Work } from './isms.usecases.ts';

export async function fillFromKnown(
  work: Work,
  id: string,
  ifMatch: string | undefined,
): ReturnType<typeof fillReview> {
  return fillReview(work, id, { ifMatch, facts: await factsForReview(work, id) });
}
