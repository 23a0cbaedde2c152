// From a Result to an HTTP response: data as it is, refusals as RFC 9457 problems.
import { PROBLEMS, type Problem, type Route } from '@assay/contract';
import { codeOf } from '../platform/failure.ts';
import type { Answer } from './handler.ts';
import type { Refusal } from './refusal.ts';

/** A refusal as a problem document. */
export function problemResponse(refusal: Refusal, requestId: string): Response {
  const { status, title } = PROBLEMS[refusal.code];
  const problem: Problem = {
    type: `/problems/${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.detail,
    request_id: requestId,
    ...(refusal.errors ? { errors: refusal.errors.map((each) => ({ ...each })) } : {}),
    ...(refusal.current === undefined ? {} : { current: refusal.current }),
    ...(refusal.sent === undefined ? {} : { sent: refusal.sent }),
  };
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  };
  if (refusal.code === 'request.in_progress' || status === 429 || status === 503)
    headers['retry-after'] = '1';
  return new Response(JSON.stringify(problem), { status, headers });
}

/** A success in the shape that the route promises. */
export function successResponse(route: Route, answer: Answer<unknown>): Response {
  if (answer.data instanceof Response) return answer.data;
  const headers: Record<string, string> = { 'cache-control': 'private, no-store' };
  if (answer.etag !== undefined) headers['etag'] = answer.etag;
  const status = route.status ?? 200;
  if (route.returns === 'empty') return new Response(null, { status, headers });
  headers['content-type'] = 'application/json';
  return new Response(JSON.stringify(answer.data), { status, headers });
}

/** What a thrown fault means for the caller: a database that is away, a full disk, or a bug of ours. */
export function faultOf(cause: unknown): Refusal {
  const code = codeOf(cause) ?? '';
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT')
    return {
      code: 'server.storage_full',
      detail: 'The disk is full; nothing was changed. Free some space and try again.',
    };
  const message = cause instanceof Error ? cause.message : '';
  const away =
    /^(08|57P|53)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message,
    );
  if (away)
    return {
      code: 'server.unavailable',
      detail: 'The database does not answer; nothing was changed. Try again in a moment.',
    };
  return {
    code: 'server.internal',
    detail: 'Something in Assay went wrong; nothing was changed. The request id finds it in the log.',
  };
}
