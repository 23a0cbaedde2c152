// What server and simulating thread say to each other.
import type { LossPart, LossRun, LossWhole, ScenarioLosses } from '@assay/core';

export type SimulatorOrder =
  | { readonly do: 'part'; readonly run: LossRun }
  | { readonly do: 'sum'; readonly parts: readonly LossPart[]; readonly marks: readonly number[] };

export type SimulatorWord =
  | { readonly said: 'scenario'; readonly losses: ScenarioLosses }
  | { readonly said: 'part'; readonly part: LossPart }
  | { readonly said: 'whole'; readonly whole: LossWhole };
