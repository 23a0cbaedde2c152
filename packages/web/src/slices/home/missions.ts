// The demo company's six missions: the question, where one starts, and what this browser keeps of them. No answers here.
import { addDays, type PlainDate } from '@assay/core';

/** Where a mission starts: a page of the window, with what stands in its address. */
export type MissionStart =
  | { readonly page: 'window'; readonly by?: string; readonly daysAgo?: number }
  | { readonly page: 'control'; readonly control: string }
  | { readonly page: 'start' };

export interface Mission {
  /** As the guide asks it. */
  readonly question: string;
  readonly hint: string;
  readonly start: MissionStart;
}

/** In the order of docs/guides/missions.md, whose answers are tested; e2e holds the questions to the guide's. */
export const MISSIONS: readonly Mission[] = [
  {
    question: 'Why is CC6.3 at risk?',
    hint: 'the window, grouped by criterion',
    start: { page: 'window', by: 'criterion' },
  },
  {
    question: 'Who was not looking, and for how long?',
    hint: 'C-47 in the window: the days without data',
    start: { page: 'control', control: 'C-47' },
  },
  {
    question: 'Which control was replaced, and is there a hole?',
    hint: 'C-501 in the window: one line of two controls',
    start: { page: 'control', control: 'C-501' },
  },
  {
    question: 'A repository stood unprotected. Is that a deviation?',
    hint: 'C-78 in the window: what it promises, and when it was mended',
    start: { page: 'control', control: 'C-78' },
  },
  {
    question: 'From when could the window start clean?',
    hint: 'the start of a window, to slide',
    start: { page: 'start' },
  },
  {
    question: 'What did anybody know seventy days ago?',
    hint: 'the window as it was known then',
    start: { page: 'window', daysAgo: 70 },
  },
];

/** The search of a window's page for a start; `today` is needed only for one in the past. */
export function searchOf(
  start: Extract<MissionStart, { page: 'window' }>,
  today: PlainDate,
): { readonly by?: string; readonly at?: string } {
  return {
    ...(start.by === undefined ? {} : { by: start.by }),
    ...(start.daysAgo === undefined ? {} : { at: addDays(today, -start.daysAgo) }),
  };
}

/** What a browser keeps: whether the list is put away, and which mission was opened last (from 0). */
export interface KeptMissions {
  readonly away: boolean;
  readonly last: number | undefined;
}

/** What was kept, or nothing where somebody wrote something else there. */
export function readKept(text: string | null): KeptMissions {
  const [, away, last] = /^(shown|away) (\d|-)$/.exec(text ?? '') ?? [];
  const number = Number(last);
  return {
    away: away === 'away',
    last: Number.isInteger(number) && number < MISSIONS.length ? number : undefined,
  };
}

export function writeKept({ away, last }: KeptMissions): string {
  return `${away ? 'away' : 'shown'} ${last ?? '-'}`;
}
