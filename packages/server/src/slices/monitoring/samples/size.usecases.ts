// The size of a draw and why: an own one, or that of a profile, whose whole version is kept with the draw.
import { ok, type Result } from '@assay/core';
import type { Refusal } from '../../../app/refusal.ts';
import { sizeBy, type Population } from './draw.ts';
import { namedProfile } from './profiles.usecases.ts';
import type { DrawOrder, Work } from './order.ts';
import type { SampleDefinition } from './stored.ts';

type Chosen = Pick<SampleDefinition, 'reason' | 'profile'> & { readonly size: number };

export async function chosenSize(
  work: Work,
  population: Population,
  order: Pick<DrawOrder, 'size' | 'scheduled'>,
): Promise<Result<Chosen, Refusal>> {
  const { size: choice } = order;
  if (choice.by === 'own') return ok({ size: choice.size, reason: `Own size: ${choice.because}` });
  const named = await namedProfile(work, choice.profile);
  if (!named.ok) return named;
  const { name, title, rule, source, revision } = named.value;
  const { configurations = 1 } = choice;
  const asked = choice.frequency ?? (rule.kind === 'table' ? await order.scheduled() : undefined);
  const sized = sizeBy(named.value, {
    population: population.rows.length,
    frequency: asked,
    configurations,
  });
  if (!sized.ok) return sized;
  const profile = { name, title, rule, source, revision, frequency: asked ?? null, configurations };
  return ok({ ...sized.value, profile });
}
