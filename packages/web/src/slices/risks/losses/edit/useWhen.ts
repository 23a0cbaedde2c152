// Acts whenever what stands for its reasons changes: a form's fields in one text, so that the same words act once.
import { useEffect, useRef } from 'react';

export function useWhen(changes: string, act: () => void): void {
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => newest.current(), [changes]);
}
