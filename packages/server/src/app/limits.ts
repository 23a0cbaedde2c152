// Every limit of requests in one place: a minute's worth and how many at once, by token, account and address.
import { Gate } from './gate.ts';
import { Limiter } from './limiter.ts';

export interface LimitOptions {
  /** Requests of one account; an address may send twice, and one session or token half as many. */
  readonly requestsPerMinute?: number;
  /** Refused callers and tried sign-in links of one address. */
  readonly strangersPerMinute?: number;
  readonly atOnce?: { readonly account: number; readonly address: number; readonly all: number };
}

export interface Limits {
  readonly accounts: Limiter;
  readonly keys: Limiter;
  readonly strangers: Limiter;
  readonly addresses: Limiter;
  readonly atOnce: { readonly account: Gate; readonly address: Gate; readonly all: Gate };
}

const AT_ONCE = { account: 64, address: 128, all: 512 };

/** Limits that nobody has used yet. */
export function freshLimits(options: LimitOptions): Limits {
  const perMinute = options.requestsPerMinute ?? 6000;
  const atOnce = options.atOnce ?? AT_ONCE;
  return {
    accounts: new Limiter(perMinute),
    keys: new Limiter(Math.ceil(perMinute / 2)),
    strangers: new Limiter(options.strangersPerMinute ?? 120),
    addresses: new Limiter(perMinute * 2),
    atOnce: {
      account: new Gate(atOnce.account),
      address: new Gate(atOnce.address),
      all: new Gate(atOnce.all),
    },
  };
}
