// The advice as its pages read it, and what it would be with other answers or figures.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiFailure, api, take, useOrg } from '../../data/api.ts';

type Answer<K extends keyof typeof api> = Extract<
  Awaited<ReturnType<(typeof api)[K]>>,
  { ok: true }
>['value']['data'];

export type Advice = Answer<'advice.read'>;
export type Option = Advice['options'][number];
export type Score = Option['scores'][number];
export type Range = Option['first_year'];
export type CostLine = Option['cost']['lines'][number];
export type Figure = Advice['figures'][number];
export type Situation = Advice['situation'];
export type Field = Exclude<keyof Situation, 'today'>;
export type Trial = NonNullable<Parameters<(typeof api)['advice.try']>[0]['body']>;

export function useAdvice(org: string) {
  return useOrg(org, ['advice'], () => api['advice.read']({ params: { org } }));
}

export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

export interface Tried {
  /** What would be advised; while the next answer is on its way, the one before. */
  readonly advice: Advice | undefined;
  readonly faults: readonly Fault[];
}

/** Quiet time after a change before it is asked, so that typing asks once. */
const PAUSE = 120;

/** What would be advised; undefined where nothing is tried. */
export function useTried(org: string, trial: Trial | undefined): Tried {
  const wanted = trial === undefined ? '' : JSON.stringify(trial);
  const asked = useSettled(wanted, PAUSE);
  const round = useRounds(trial !== undefined);
  const found = useQuery({
    queryKey: ['org', org, 'advice-tried', round, asked],
    enabled: asked !== '' && asked === wanted,
    retry: false,
    queryFn: async () => take(await api['advice.try']({ params: { org }, body: trial ?? {} })),
    // What was taken back says nothing of what is tried next.
    placeholderData: (before, query) => (query?.queryKey.at(-2) === round ? before : undefined),
  });
  if (trial === undefined) return { advice: undefined, faults: [] };
  return { advice: found.data, faults: found.error ? faultsOf(found.error) : [] };
}

/** What is wrong, each at its field; a failure without fields is one of the whole. */
function faultsOf(cause: unknown): readonly Fault[] {
  if (!(cause instanceof ApiFailure)) return [{ pointer: '', message: 'The advice could not be asked for.' }];
  const { failure } = cause;
  const errors = 'errors' in failure ? (failure.errors ?? []) : [];
  return errors.length === 0
    ? [{ pointer: '', message: failure.detail }]
    : errors.map(({ pointer, message }) => ({
        pointer: pointer.replace(/^\/body/, '').replace(/^\/answers/, ''),
        message,
      }));
}

/** How many times something ended: what belongs to one time is not shown in the next. */
function useRounds(on: boolean): number {
  const [{ was, round }, setRound] = useState({ was: on, round: 0 });
  const now = was && !on ? round + 1 : round;
  if (was !== on) setRound({ was: on, round: now });
  return now;
}

function useSettled(value: string, pause: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
