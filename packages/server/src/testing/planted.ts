// Requests with a secret in every place that a caller can fill; for the test that looks for them in the log.
import { OWNER } from './house.ts';

const HEADERS = {
  host: '127.0.0.1',
  'if-match': '"planted-in-if-match"',
  'idempotency-key': 'planted-in-the-key',
  'assay-csrf': 'planted-in-csrf',
  'user-agent': 'planted-in-the-agent',
  referer: 'https://x/planted-in-the-referer',
  'x-forwarded-for': 'planted-in-forwarded',
  'x-request-id': 'planted-in-the-request-id',
  traceparent: 'planted-in-the-trace',
} as const;

const CALLERS = [
  { ...HEADERS, authorization: 'Bearer planted-in-the-token' },
  { ...HEADERS, authorization: 'Basic planted-in-basic' },
  { ...HEADERS, cookie: 'assay_session=planted-in-the-cookie' },
  { ...HEADERS, ...OWNER },
  { ...HEADERS, ...OWNER, host: 'planted-in-the-host.example' },
] as const;

const ASKED: readonly (readonly [string, string])[] = [
  ['GET', '/login?token=planted-in-the-link'],
  ['GET', '/v1/orgs/planted-in-the-slug?planted=planted-in-the-query'],
  ['GET', '/v1/orgs/door/evidence/planted-in-the-id'],
  ['GET', '/v1/orgs/door/evidence?cursor=planted-in-the-cursor'],
  ['POST', '/v1/orgs/door/evidence'],
  ['PATCH', '/v1/orgs/door'],
  ['GET', '/planted-in-the-path'],
];

export const ROUTES_WITH_SECRETS: readonly { readonly path: string; readonly init: RequestInit }[] =
  ASKED.flatMap(([method, path]) =>
    CALLERS.map((headers) => ({
      path,
      init:
        method === 'GET'
          ? { method, headers }
          : {
              method,
              headers: { ...headers, 'content-type': 'application/json' },
              body: JSON.stringify({ name: 'planted-in-the-body', 'planted-as-a-name': 1 }),
            },
    })),
  );
