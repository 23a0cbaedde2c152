// Answers of SCIM routes in the shapes of RFC 7644: a resource with its address, an error with its kind (3.12).
import type { ErrorCode } from '@assay/contract';
import { z } from 'zod';

const MEDIA_TYPE = 'application/scim+json';
const problem = z.object({ status: z.number(), code: z.string(), detail: z.string() });
const resource = z.object({ meta: z.object({ location: z.string() }) });

/** Kinds of errors that the standard names. */
const KINDS: Partial<Record<ErrorCode, string>> = {
  'scim.uniqueness': 'uniqueness',
  'scim.invalid_filter': 'invalidFilter',
  'scim.invalid_path': 'invalidPath',
  'scim.invalid_syntax': 'invalidSyntax',
  'scim.invalid_value': 'invalidValue',
  'scim.no_target': 'noTarget',
  'access.last_owner': 'mutability',
  'request.invalid': 'invalidValue',
};

/** The same answer as a directory reads it; our own code stands beside, for whoever reads both. */
export async function inScim(answer: Response): Promise<Response> {
  const type = answer.headers.get('content-type') ?? '';
  if (answer.body === null || !/json/.test(type)) return answer;
  const headers = new Headers(answer.headers);
  headers.set('content-type', MEDIA_TYPE);
  const text = await answer.text();
  if (answer.ok) {
    const made = answer.status === 201 ? resource.safeParse(JSON.parse(text)) : undefined;
    if (made?.success) headers.set('location', made.data.meta.location);
    return new Response(text, { status: answer.status, headers });
  }
  const { status, code, detail } = problem.parse(JSON.parse(text));
  const kind = Object.entries(KINDS).find(([name]) => name === code)?.[1];
  const error = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(kind === undefined ? {} : { scimType: kind }),
    detail,
    code,
  };
  return new Response(JSON.stringify(error), { status, headers });
}
