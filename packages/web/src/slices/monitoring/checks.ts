// All checks, of the catalogue and of what was seen, read page by page and kept together.
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../data/api.ts';

export type CheckRow = Extract<
  Awaited<ReturnType<(typeof api)['checks.list']>>,
  { ok: true }
>['value']['data']['data'][number];

/** A stop for a list that no scanner has yet; what is beyond is said to be. */
const MOST = 20_000;

export function useChecks(org: string) {
  return useQuery({ queryKey: ['org', org, 'checks', 'all'], queryFn: () => readAll(org) });
}

async function readAll(org: string): Promise<readonly CheckRow[]> {
  const rows: CheckRow[] = [];
  let cursor: string | undefined;
  do {
    const page = take(
      await api['checks.list']({
        params: { org },
        query: { limit: '200', ...(cursor === undefined ? {} : { cursor }) },
      }),
    );
    rows.push(...page.data);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined && rows.length < MOST);
  return rows;
}

export const CHECK_STATES = ['fail', 'error', 'unclear', 'pass', 'not_applicable', 'unseen'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** Worst first; what was never seen is no pass. */
export function stateOfCheck({
  latest,
  last_seen: seen,
}: Pick<CheckRow, 'latest' | 'last_seen'>): CheckState {
  if (seen === null) return 'unseen';
  if (latest.fail > 0) return 'fail';
  if (latest.error > 0) return 'error';
  if (latest.unknown > 0) return 'unclear';
  if (latest.pass > 0) return 'pass';
  return latest.not_applicable > 0 ? 'not_applicable' : 'unclear';
}

/** On how many resources it was seen. */
export function resourcesOf({ latest }: Pick<CheckRow, 'latest'>): number {
  return latest.pass + latest.fail + latest.error + latest.unknown + latest.not_applicable;
}
