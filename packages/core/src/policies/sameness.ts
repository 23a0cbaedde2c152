// How much of a policy still is its template: an auditor asks whether anybody thought about it.
import { fill } from './fill.ts';

/**
 * unmodified: every passage is the template's and none is missing. own: at most a fifth is the template's.
 * partly: all between.
 */
export const SAMENESS = ['unmodified', 'partly', 'own'] as const;

export interface Sameness {
  /** Passages of the policy that are the template's, word for word; places may be filled in any way. */
  readonly same: number;
  /** Passages of the policy. A passage is a paragraph or an item of a list; headings are none. */
  readonly of: number;
  /** Passages of the template that the policy does not hold. */
  readonly left: number;
  readonly verdict: (typeof SAMENESS)[number];
}

const OWN_AT_MOST = 0.2;
/** Longest value that a place is taken to be filled with; beyond it the passage counts as another. */
const LONGEST_VALUE = 200;

/**
 * Compares a policy's filled text with its template's. A place with a value is that value; one without may hold
 * anything, since people also fill places by typing over them.
 */
export function sameness(
  text: string,
  template: string,
  values: ReadonlyMap<string, string> = new Map(),
): Sameness {
  const patterns = passagesOf(fill(template, values).text).map(patternOf);
  const passages = passagesOf(text);
  const open = new Set(patterns.keys());
  let same = 0;
  for (const passage of passages) {
    const found = [...open].find((index) => patterns[index]?.test(passage));
    if (found === undefined) continue;
    open.delete(found);
    same += 1;
  }
  return { same, of: passages.length, left: open.size, verdict: verdictOf(same, passages.length, open.size) };
}

/** A policy without any passage says nothing of its own, and nothing of the template's. */
function verdictOf(same: number, of: number, left: number): Sameness['verdict'] {
  if (of > 0 && same === of && left === 0) return 'unmodified';
  return same <= of * OWN_AT_MOST ? 'own' : 'partly';
}

/** Paragraphs and items, in one line each; neither numbers nor line breaks make a passage another. */
function passagesOf(text: string): readonly string[] {
  const passages: string[] = [];
  let open = false;
  for (const line of text.split(/\r?\n/)) {
    const words = line.replace(/^\s*(?:\d+[.)]|[-*+])\s+/, '').trim();
    const begins = words !== line.trim();
    if (words === '' || /^#{1,6}\s/.test(words)) open = false;
    else if (open && !begins) passages.push(`${passages.pop() ?? ''} ${words}`);
    else {
      passages.push(words);
      open = true;
    }
  }
  return passages.map((passage) => passage.replaceAll(/\s+/g, ' '));
}

function patternOf(passage: string): RegExp {
  const parts = passage.split(/\{\{[^{}]+\}\}/).map(literally);
  return new RegExp(`^${parts.join(`.{1,${LONGEST_VALUE}}?`)}$`, 'u');
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
