// Days in stored documents, read strictly: what this program wrote is a real day.
import { parsePlainDate, type PlainDate } from '@assay/core';
import { z } from 'zod';

export const storedDay = z.string().transform((text): PlainDate => {
  const day = parsePlainDate(text);
  if (!day) throw new Error(`a stored document holds a day that is none: ${text}`);
  return day;
});
