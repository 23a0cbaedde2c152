// The verdicts that a library can be filtered by, with the framework that gives them.

export const VERDICTS = [
  ['iso:supports', 'ISO: supports'],
  ['iso:stale', 'ISO: too old'],
  ['iso:pending', 'ISO: to review'],
  ['soc2:supports', 'SOC 2: supports'],
  ['soc2:outside_window', 'SOC 2: outside the period'],
  ['soc2:not_yet', 'SOC 2: not yet'],
  ['soc2:stale', 'SOC 2: too old'],
  ['soc2:pending', 'SOC 2: to review'],
] as const;

/** Worst first: which verdict stands for a record that serves several controls. */
const WORST = ['rejected', 'no_window', 'outside_window', 'stale', 'not_yet', 'pending', 'supports'] as const;

/** The worst verdict of several; nothing where no control is served. */
export function worstOf(states: readonly string[]): string | undefined {
  return WORST.find((state) => states.includes(state));
}
