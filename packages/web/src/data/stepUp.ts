// Some calls ask to be shown anew who one is. They wait here for the dialog, and go on once it was answered.
import { useSyncExternalStore } from 'react';

let answer: ((shown: boolean) => void) | undefined;
const watching = new Set<() => void>();

function set(next: typeof answer): void {
  answer = next;
  for (const tell of watching) tell();
}

/** Whether something waits to be confirmed. */
export function useAsked(): boolean {
  return useSyncExternalStore(
    (tell) => {
      watching.add(tell);
      return () => watching.delete(tell);
    },
    () => answer !== undefined,
  );
}

/** Opens the dialog; false when one leaves it. */
export function askToShow(): Promise<boolean> {
  answer?.(false);
  return new Promise((resolve) => {
    set((shown) => {
      set(undefined);
      resolve(shown);
    });
  });
}

export function answerAsked(shown: boolean): void {
  answer?.(shown);
}

/** Sends a call, and once more after it was confirmed, where it asks for that. */
export const fetchShown: typeof fetch = async (address, init) => {
  const response = await fetch(address, init);
  if (response.status !== 403) return response;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const asks =
    typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'access.step_up';
  return asks && (await askToShow()) ? fetch(address, init) : response;
};
