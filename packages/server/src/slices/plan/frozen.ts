// What an approval froze: the network and its schedule, whole, so that later plans can be held against it.
import {
  canonicalText,
  CREDENTIALS,
  OWNER_ROLES,
  parsePlainDate,
  type Credential,
  type DayRange,
  type JsonValue,
  type PlanNetwork,
  type PlanVersion,
} from '@assay/core';
import { z } from 'zod';
import { sha256Hex } from '../../platform/crypto.ts';
import { plainJson } from '../../platform/plainJson.ts';
import type { Baseline } from './baselines.repository.ts';
import type { Planned } from './plan.readmodel.ts';

const day = z.string().transform((text) => {
  const date = parsePlainDate(text);
  if (!date) throw new Error(`an approved plan holds a day that is none: ${text}`);
  return date;
});
const three = z.object({ min: z.number(), mode: z.number(), max: z.number() });
const work = z.union([
  z.object({ kind: z.literal('effort'), role: z.enum(OWNER_ROLES), days: three }),
  z.object({ kind: z.literal('wait'), days: three }),
  z.object({ kind: z.literal('milestone') }),
]);
const network = z.object({
  start: day,
  tasks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lane: z.enum(['iso', 'soc2', 'shared']),
      work,
      after: z.array(z.string()),
      notBefore: day.optional(),
      fixed: day.optional(),
      due: day.optional(),
      gives: z.enum(CREDENTIALS).optional(),
      because: z.string(),
    }),
  ),
  capacity: z.partialRecord(z.enum(OWNER_ROLES), z.number()),
  holidays: z.array(day),
  pace: three.optional(),
});
const schedule = z.object({
  tasks: z.array(
    z.object({
      id: z.string(),
      start: day,
      finish: day,
      slack: z.number(),
      critical: z.boolean(),
      follows: z.string().optional(),
    }),
  ),
  critical: z.array(z.string()),
  late: z.array(
    z.object({
      task: z.string(),
      constraint: z.enum(['fixed', 'due']),
      wanted: day,
      found: day,
      by: z.number(),
      because: z.string().optional(),
      through: z.enum(['predecessor', 'role', 'start']),
    }),
  ),
  end: day,
  days: z.number(),
});
const frozenSchema = z.object({
  today: day,
  network,
  schedule,
  credentials: z.array(
    z.object({ credential: z.enum(CREDENTIALS), ready: z.object({ p10: day, p50: day, p90: day }) }),
  ),
});

export interface Frozen extends PlanVersion {
  readonly today: PlanNetwork['start'];
  readonly credentials: readonly { readonly credential: Credential; readonly ready: DayRange }[];
}

/** The canonical text that an approval freezes, and its digest: two plans with the same one are the same plan. */
export function frozenText(planned: Planned): { readonly text: string; readonly digest: string } {
  const text = canonicalText(frozenDocument(planned));
  if (!text.ok) throw new Error(`a plan cannot be written canonically at ${text.error.pointer}`);
  return { text: text.value, digest: sha256Hex(text.value) };
}

function frozenDocument({ given, network: net, schedule: when, simulation }: Planned): JsonValue {
  const document: Frozen = {
    today: given.known.today,
    network: net,
    schedule: when,
    credentials: simulation.credentials.map(({ credential, ready }) => ({ credential, ready })),
  };
  return plainJson(document);
}

export function frozenOf({ frozen }: Pick<Baseline, 'frozen'>): Frozen {
  const { schedule: when, ...rest } = frozenSchema.parse(JSON.parse(frozen));
  return {
    ...rest,
    schedule: {
      ...when,
      tasks: when.tasks.map((task) => ({ ...task, follows: task.follows })),
      late: when.late.map((late) => ({ ...late, because: late.because })),
    },
  };
}
