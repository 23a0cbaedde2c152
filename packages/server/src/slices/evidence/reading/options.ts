// What a reader is told, from what an import was asked for.
import { OBSERVATION_STATUSES } from '@assay/core';
import type { ReadOptions } from '@assay/sources';
import { z } from 'zod';
import type { ImportOptions } from '../imports.repository.ts';

const columnsSchema = z.object({
  check: z.string(),
  subject: z.string(),
  status: z.string(),
  observedAt: z.string().exactOptional(),
  severity: z.string().exactOptional(),
  message: z.string().exactOptional(),
  statuses: z.record(z.string(), z.enum(OBSERVATION_STATUSES)).exactOptional(),
});

export function readOptionsOf(options: ImportOptions): ReadOptions {
  const columns = columnsSchema.safeParse(options.columns);
  return columns.success ? { columns: columns.data } : {};
}
