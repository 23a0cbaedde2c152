// A step of the path as the page reads it.
import type { api } from '../../data/api.ts';

type Answer = Extract<Awaited<ReturnType<(typeof api)['path.read']>>, { ok: true }>['value']['data'];
export type PathStep = Answer['data'][number];

export function stepDays({ days }: PathStep): string {
  return `${days.least}–${days.most} days`;
}
