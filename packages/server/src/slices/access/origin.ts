// Where an act comes from: which request, from which address, by which of a person's keys.
import { sha256Hex } from '../../platform/crypto.ts';

/** How somebody came in. Its id is never the secret itself. */
export interface Via {
  /**
   * `machine` is the command line of the server's machine, `link` an address that somebody holds, `start` what the
   * program does by itself when it begins, `nobody` a call that nobody has signed in for, `viewing` the session of
   * somebody who looks at a demo as one of its members does.
   */
  readonly kind: 'session' | 'viewing' | 'token' | 'machine' | 'job' | 'link' | 'start' | 'nobody';
  readonly id: string;
}

export interface Origin {
  readonly requestId: string;
  /** Address of the caller; null where no connection brought the act. */
  readonly address: string | null;
  readonly via: Via;
  /** Whom the act is done for, where somebody else does it. */
  readonly onBehalfOf?: string | undefined;
}

/** Signs of a secret's hash by which it is told from others, and by which nobody comes in. */
export function shownHash(secret: string): string {
  return sha256Hex(secret).slice(0, 16);
}

/** What the program does by itself: `what` says which part of it. */
export function byItself(kind: 'job' | 'start', what: string): Origin {
  return { requestId: `${kind}_${what}`, address: null, via: { kind, id: what } };
}
