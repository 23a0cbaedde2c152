// Whether the screen is a phone's; the same width at which the style sheet turns tables into cards.
import { useSyncExternalStore } from 'react';

const NARROW = 'screen and (max-width: 860px)';

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listen) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', listen);
      return () => query.removeEventListener('change', listen);
    },
    () => matchMedia(NARROW).matches,
  );
}
