// How times are taken: warmed up, many rounds, percentiles.

/** Milliseconds of each round, sorted. */
export function rounds(count: number, act: (i: number) => void): readonly number[] {
  for (let i = 0; i < Math.min(count, 5); i += 1) act(i);
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const began = performance.now();
    act(i);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

/** The value below which `share` of all lie. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function mbs(bytes: number, millis: number): string {
  return `${(bytes / 1e6 / (millis / 1000)).toFixed(0)} MB/s`;
}
