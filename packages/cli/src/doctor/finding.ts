// What the doctor says of one thing.

export interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'warning' | 'bad';
  readonly detail: string;
  /** What to do; empty when it is well. */
  readonly remedy: string;
}

export function well(what: string, detail: string): Finding {
  return { what, state: 'ok', detail, remedy: '' };
}
