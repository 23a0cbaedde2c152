// The answer to a case, simulated beside the page. While another case runs the last answer stays, so that nothing jumps.
import type { LossAnswer, LossCase } from '@assay/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { startRun } from './simulate.ts';

/** Somebody who types is not simulated after at every letter. */
const PAUSE_MS = 200;

export interface Simulation {
  /** The last answer; of the case before while `running`. */
  readonly answer: LossAnswer | undefined;
  readonly running: boolean;
  readonly done: number;
  readonly of: number;
  readonly failed: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
}

interface State {
  readonly answer?: LossAnswer;
  readonly running: boolean;
  readonly done: number;
  readonly of: number;
  readonly failed: boolean;
}

export function useSimulation(given: LossCase): Simulation {
  const [state, setState] = useState<State>({ running: true, done: 0, of: 0, failed: false });
  const [attempt, setAttempt] = useState(0);
  const [stop, setStop] = useState<() => void>();
  // The text stands for the case: the same case is not simulated again because it was built again.
  const key = JSON.stringify([given, [...given.costs]]);
  const newest = useRef(given);
  const begun = useRef(false);
  useEffect(() => {
    newest.current = given;
  });
  useEffect(() => {
    let left = false;
    let end: (() => void) | undefined;
    const begin = (): void => {
      begun.current = true;
      const of = newest.current;
      const run = startRun(of, (done, all) => {
        if (!left) setState((before) => ({ ...before, done, of: all }));
      });
      end = run.stop;
      setState((before) => ({
        ...before,
        running: true,
        failed: false,
        done: 0,
        of: of.scenarios.length,
      }));
      setStop(() => run.stop);
      const settle = (said: Partial<State>): void => {
        if (!left) setState((before) => ({ ...before, ...said, running: false }));
      };
      run.answer.then(
        (answer) => settle(answer ? { answer } : {}),
        () => settle({ failed: true }),
      );
    };
    const waiting = setTimeout(begin, begun.current ? PAUSE_MS : 0);
    return () => {
      left = true;
      clearTimeout(waiting);
      end?.();
    };
  }, [key, attempt]);
  const cancel = useCallback(() => stop?.(), [stop]);
  const again = useCallback(() => setAttempt((before) => before + 1), []);
  const { answer, ...rest } = state;
  return { answer, ...rest, cancel, again };
}
