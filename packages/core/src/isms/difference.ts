// What changed between two versions of a record, part by part, in the words in which people read them.
import type { IsmsRecord } from './record.ts';
import { recordSections, type RecordSection } from './sections.ts';

/** One line that came, or went; a text that was changed is one that went and one that came. */
export interface RecordDifference {
  readonly section: string;
  readonly change: 'gone' | 'new';
  readonly line: string;
}

/** All differences in the order of the parts: what went before what came. */
export function recordDifference(before: IsmsRecord, after: IsmsRecord): readonly RecordDifference[] {
  const old = new Map(recordSections(before).map((section) => [section.title, linesOf(section)]));
  const now = new Map(recordSections(after).map((section) => [section.title, linesOf(section)]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((section) => {
    const [was, is] = [old.get(section) ?? [], now.get(section) ?? []];
    return [
      ...without(was, is).map((line): RecordDifference => ({ section, change: 'gone', line })),
      ...without(is, was).map((line): RecordDifference => ({ section, change: 'new', line })),
    ];
  });
}

function linesOf({ rows }: RecordSection): readonly string[] {
  return rows.map((row) => row.filter((cell) => cell !== '').join(' · '));
}

/** Lines of the first that the second lacks; one that stands twice has to be there twice. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}
