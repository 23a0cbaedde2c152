// A point in time within a stored document.
import { parseInstant } from '@assay/core';
import { z } from 'zod';

export const storedInstant = z.string().transform((text, context) => {
  const found = parseInstant(text);
  if (found) return found;
  context.addIssue({ code: 'custom', message: 'a stored instant is malformed' });
  return z.NEVER;
});
