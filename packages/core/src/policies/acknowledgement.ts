// Who has confirmed a version, of how many whom it binds.

export interface Acknowledged {
  /** People whom the version binds and who confirmed it. */
  readonly numerator: number;
  /** People whom the version binds; with none, nothing is known, and that is not complete. */
  readonly denominator: number;
  /** In the order in which they were named. */
  readonly missing: readonly string[];
  /** Confirmed, though the version does not name them: told, and never counted. */
  readonly beyond: readonly string[];
  /** Undefined where nobody is named. */
  readonly complete: boolean | undefined;
}

/** Names are people today: blanks around them and capitals do not make another person. */
export function acknowledged(bound: readonly string[], confirmed: readonly string[]): Acknowledged {
  const people = new Map(bound.map((name) => [personKey(name), name]));
  const done = new Map(confirmed.map((name) => [personKey(name), name]));
  const missing = [...people].filter(([key]) => !done.has(key)).map(([, name]) => name);
  return {
    numerator: people.size - missing.length,
    denominator: people.size,
    missing,
    beyond: [...done].filter(([key]) => !people.has(key)).map(([, name]) => name),
    complete: people.size === 0 ? undefined : missing.length === 0,
  };
}

/** By which two names are the same person's. */
export function personKey(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
