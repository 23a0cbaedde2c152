// What the schedule keeps in its address: a task, which tasks are shown, tasks and axis as picture or table, what is edited.

const KEYS = ['way', 'task', 'show', 'as', 'axis', 'edit', 'sort'] as const;
export type ScheduleSearch = { [K in (typeof KEYS)[number]]?: string | undefined };

export function scheduleSearch(given: Record<string, unknown>): ScheduleSearch {
  const kept: ScheduleSearch = {};
  for (const key of KEYS) {
    const value = given[key];
    if (typeof value === 'string' && value !== '') kept[key] = value;
  }
  return kept;
}
