// The day on which a file is read, where it does not say one itself.
import { parsePlainDate, type PlainDate } from '@assay/core';

export function today(): PlainDate {
  const day = parsePlainDate(new Date().toISOString().slice(0, 10));
  if (!day) throw new Error('the clock of this machine says no day');
  return day;
}
