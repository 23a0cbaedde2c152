// A component of the cost: figures multiplied with each other, spent in certain quarters.
import type { Lane } from '../../plan/index.ts';
import type { DerivedKey, FigureKey } from './figures/index.ts';
import type { Schedule } from './quarters.ts';

export interface CostComponent {
  /** Stable: `effort.founder`, `iso.surveillance`. */
  readonly id: string;
  readonly label: string;
  readonly group: ComponentGroup;
  readonly lane: Lane;
  /** own: work of own people; bought: money that leaves. */
  readonly paid: 'own' | 'bought';
  /** What is multiplied; at most one of them is money. */
  readonly figures: readonly (FigureKey | DerivedKey)[];
  /** A multiplier that comes from the situation, in words; -1 for a saving. */
  readonly by: { readonly times: number; readonly words: string } | undefined;
  readonly schedule: Schedule;
}

/** The kinds of cost, in the order of a budget. */
export const COMPONENT_GROUPS = [
  'effort',
  'readiness',
  'tooling',
  'testing',
  'training',
  'audit',
  'travel',
  'upkeep',
  'saving',
] as const;
export type ComponentGroup = (typeof COMPONENT_GROUPS)[number];

export const GROUP_NAMES: Readonly<Record<ComponentGroup, string>> = {
  effort: 'Work of own people',
  readiness: 'Outside help',
  tooling: 'Tools',
  testing: 'Penetration test',
  training: 'Training',
  audit: 'Audit and report',
  travel: 'Travel',
  upkeep: 'Upkeep by own people',
  saving: 'Saving by one firm',
};
