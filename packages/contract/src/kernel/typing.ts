// What goes into a route and what comes out, as types.
import type { z } from 'zod';
import type { Route } from './route.ts';

type Part<R, K extends 'params' | 'query', Side extends 'input' | 'output'> = R extends {
  readonly [P in K]: infer S extends z.ZodType;
}
  ? { readonly [P in K]: Side extends 'input' ? z.input<S> : z.output<S> }
  : unknown;
type OptionalQuery<T> = T extends { readonly query: infer Q }
  ? {} extends Q
    ? { readonly query?: Q }
    : T
  : T;
type Body<R, Side extends 'input' | 'output'> = R extends { readonly body: 'bytes' }
  ? { readonly body: Side extends 'input' ? BodyBytes : AsyncIterable<Uint8Array> }
  : R extends { readonly body: infer S extends z.ZodType }
    ? { readonly body: Side extends 'input' ? z.input<S> : z.output<S> }
    : unknown;

/** Bytes that a client can send. */
export type BodyBytes = ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | Blob;

/** What a caller passes. */
export type CallInput<R extends Route> = Part<R, 'params', 'input'> &
  OptionalQuery<Part<R, 'query', 'input'>> &
  Body<R, 'input'> &
  (R extends { readonly ifMatch: true } ? { readonly ifMatch: string } : unknown);

/** What a handler receives after parsing. */
export type HandlerInput<R extends Route> = Part<R, 'params', 'output'> &
  Part<R, 'query', 'output'> &
  Body<R, 'output'>;

/** What a handler returns and a caller receives. */
export type Output<R extends Route> = R['returns'] extends infer S extends z.ZodType
  ? z.output<S>
  : R['returns'] extends 'empty'
    ? undefined
    : Response;
