// RFC 9457 problem details: the only shape in which the API refuses.
import { z } from 'zod';
import { ERROR_CODES } from './errors.ts';

export const problemSchema = z
  .strictObject({
    type: z
      .string()
      .describe('Path of a page that explains this problem, for example /problems/control.not_found'),
    title: z.string(),
    status: z.int(),
    code: z.enum(ERROR_CODES),
    detail: z.string().describe('What happened and what to do, one or two sentences'),
    request_id: z.string(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().describe('JSON Pointer into the request'),
          message: z.string(),
        }),
      )
      .optional(),
    current: z.unknown().optional().describe('With 412: the record as it stands now'),
    sent: z
      .unknown()
      .optional()
      .describe('With 412: the change that was sent, to be made again on top of it'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
