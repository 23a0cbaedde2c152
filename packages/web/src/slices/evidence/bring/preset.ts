// What the page that sends somebody here knows already: the control and the day of a hole in the window.
import type { Guesses } from './guess.ts';

export interface BringSearch {
  /** An earlier import, to look at. */
  readonly id?: string | undefined;
  readonly control?: string | undefined;
  readonly day?: string | undefined;
}

export function bringSearch(given: Record<string, unknown>): BringSearch {
  const { id, control, day } = given;
  return {
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof control === 'string' && /^C-\d{2,4}$/.test(control) ? { control } : {}),
    ...(typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
  };
}

/** Guesses about a file, with what is known already in their place. */
export function withPreset(guesses: Guesses, { control, day }: BringSearch): Guesses {
  return {
    ...guesses,
    ...(control === undefined ? {} : { controls: [control] }),
    ...(day === undefined ? {} : { performed: day, first: '', last: '' }),
    from: {
      ...guesses.from,
      ...(control === undefined ? {} : { controls: HOLE }),
      ...(day === undefined ? {} : { performed: HOLE }),
    },
  };
}

const HOLE = 'the day that you came from';
