// What changed from one version of a text to another, line by line, as whoever approves it reads it.

export interface DifferenceLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * Lines of both texts in one order: removed before added, the fewest of both (longest common subsequence).
 * Time and memory grow with the product of the lines that differ: texts of policies are bounded where they come in.
 */
export function lineDifference(before: string, after: string): readonly DifferenceLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const shortest = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shortest && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  const changed = between(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail));
  return [
    ...as('same', old.slice(0, head)),
    ...changed,
    ...as('same', old.slice(old.length - tail, old.length)),
  ];
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function as(kind: DifferenceLine['kind'], lines: readonly string[]): readonly DifferenceLine[] {
  return lines.map((text) => ({ kind, text }));
}

function between(old: readonly string[], fresh: readonly string[]): readonly DifferenceLine[] {
  const width = fresh.length + 1;
  // Longest common subsequence of what follows each pair of places.
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: DifferenceLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [removed, added] = [old[i], fresh[j]];
    if (removed !== undefined && removed === added) {
      lines.push({ kind: 'same', text: removed });
      [i, j] = [i + 1, j + 1];
    } else if (removed !== undefined && (added === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: removed });
      i += 1;
    } else {
      lines.push({ kind: 'added', text: added ?? '' });
      j += 1;
    }
  }
  return lines;
}
