// What a rule of the house is: it looks at a tree, says how much it saw, and names every violation.

/** One violation: where, what, and what to do about it. */
export interface Finding {
  /** Path below the root, with slashes; may name a thing that is missing. */
  readonly file: string;
  readonly line?: number;
  readonly message: string;
  readonly remedy: string;
}

/** What a rule looked at. A count of zero turns the rule red: who saw nothing has proved nothing. */
export interface Outcome {
  readonly seen: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

export interface Rule {
  readonly name: string;
  run(root: string): Promise<Outcome>;
  /** Mends what a machine can mend; returns what it did, in a few words. */
  fix?(root: string): Promise<string>;
}

/** The findings of an outcome, with one more for each count that is zero. */
export function judge(rule: Rule, outcome: Outcome): readonly Finding[] {
  const blind = Object.entries(outcome.seen).filter(([, count]) => count === 0);
  return [
    ...outcome.findings,
    ...blind.map(([what]) => ({
      file: `(${rule.name})`,
      message: `saw no ${what}`,
      remedy: 'a rule that saw nothing proves nothing: look at the paths that it reads',
    })),
  ];
}
