// A route is data: method, path, schemas, permission. Server, client, OpenAPI and CLI coverage are made from it.
import type { Permission } from '@assay/core';
import type { z } from 'zod';
import type { ErrorCode } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Audiences of the API, as tags of the OpenAPI document. */
export type Tag = 'access' | 'manage' | 'build' | 'audit';

/** What a route does with bodies that are not JSON. */
export type Raw = 'bytes' | 'ndjson' | 'empty';

export interface Route {
  readonly method: Method;
  /** Path with `{name}` parameters, below the origin. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  /** More than the summary says, for whoever writes a program against it. */
  readonly about?: string;
  /** `signed_in` asks only for a session; `public` for nothing. Everything else is checked in the organisation of the path. */
  readonly permission: Permission | 'signed_in' | 'public';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType | 'bytes';
  /** Largest JSON body in MiB, where more than the usual 1 has a reason. */
  readonly largestBody?: number;
  readonly returns: z.ZodType | Raw;
  readonly status?: 200 | 201 | 204;
  /** The write needs If-Match with the ETag that was read. */
  readonly ifMatch?: true;
  /** The answer holds a secret: it is never kept, and a repeated key is told so. */
  readonly secret?: true;
  /** The organisation does not outlive the call: its key is kept with the person. */
  readonly endsOrganisation?: true;
  /**
   * `none`: what the call writes becomes true, or is seen by others, only by another call (a dry run, bytes that nothing
   * speaks of yet), or it writes nothing at all. Every other write of an organisation stands in its trail, or is not committed.
   */
  readonly effect?: 'none';
  /** Asks for a passkey or password that was shown within minutes, from whoever has one; no API token shows any. */
  readonly stepUp?: true;
  /** An API token may call it although it asks for no permission: what it answers is the token's own. */
  readonly byToken?: true;
  /** It speaks SCIM: answers and problems have the shapes of RFC 7644. */
  readonly scim?: true;
  readonly errors?: readonly ErrorCode[];
}

/** Declares a route and keeps its exact type for the client. */
export function route<const R extends Route>(spec: R): R {
  return spec;
}
