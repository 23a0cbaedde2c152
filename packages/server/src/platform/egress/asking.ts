// What can be asked of an address of the outside, and what comes of it.
import type { Result } from '@assay/core';

export interface EgressRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Largest answer in bytes. */
  readonly largest?: number;
  /** Milliseconds for everything: names, redirects, bytes. */
  readonly within?: number;
}

export interface EgressAnswer {
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface EgressRefusal {
  readonly because: 'address' | 'unresolved' | 'redirects' | 'too_large' | 'too_slow' | 'unreachable';
  /** One sentence for the person who gave the address; it says nothing of what stands behind it. */
  readonly detail: string;
}

/** Asks an address of the outside. */
export type Egress = (request: EgressRequest) => Promise<Result<EgressAnswer, EgressRefusal>>;
