// The day on which a page was opened; a page that stays open over midnight keeps its day until it is opened again.
import { useState } from 'react';

export function useToday(): string {
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  return today;
}
