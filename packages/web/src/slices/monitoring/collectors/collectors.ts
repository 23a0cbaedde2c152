// Collectors in words: the sentence of the page, of a run, of an outage.
import type { Output, Routes } from '@assay/contract';
import { minuteText } from '../../../ui/words.ts';

export type Collector = Output<Routes['collectors.read']>;
export type Run = Collector['recent'][number];
export type Outage = Output<Routes['outages.list']>['data'][number];

/** What the page says first: who is silent, who is late, how many are as promised. */
export function collectorsSentence(rows: readonly Collector[]): string {
  const active = rows.filter((row) => row.state !== 'retired');
  if (active.length === 0) return 'Nobody has promised to bring results.';
  const of = (state: Collector['state']): readonly string[] =>
    active.filter((row) => row.state === state).map((row) => row.name);
  const silent = of('outage');
  const late = of('late');
  const parts = [
    silent.length > 0
      ? `${listed(silent)} ${silent.length === 1 ? 'is silent: what it covers' : 'are silent: what they cover'} is unknown`
      : '',
    late.length > 0 ? `${listed(late)} ${late.length === 1 ? 'is' : 'are'} late` : '',
    promised(active.length - silent.length - late.length, active.length),
  ].filter((part) => part !== '');
  return `${parts.join('; ')}.`;
}

/** What one collector's page says first. */
export function collectorSentence(row: Collector): string {
  const every = `It promises a run every ${hours(row.every_hours)}`;
  switch (row.state) {
    case 'outage':
      return `${every} and has been silent for longer than it may since ${minute(row.outage_since)}: what it covers is unknown.`;
    case 'late':
      return `${every}; the next was due at ${minute(row.next_due)} and may still come.`;
    case 'waiting':
      return `${every}; none has come yet, the first is due by ${minute(row.next_due)}.`;
    case 'on_time':
      return `${every}; the next is due by ${minute(row.next_due)}.`;
    case 'retired':
      return `Retired since ${minute(row.retired_at)}; no run is expected.`;
    default:
      return row.state satisfies never;
  }
}

/** Why a run is unknown, as people say it. */
export function whyUnknown({ because, error }: Pick<Run, 'because' | 'error'>): string {
  const words: Readonly<Record<Run['because'][number], string>> = {
    authentication: 'it was not let in',
    failed: `it failed (${(error ?? 'other').replace('_', ' ')})`,
    undone: 'its import was taken back',
    partial: 'it says that something is missing',
    unexpected_format: 'it brought a format that was not promised',
    format_changed: 'it brought another format than the run before',
    checks_missing: 'more than half of the checks of the run before are missing',
    empty: 'it came empty where there used to be results',
  };
  return because.map((why) => words[why]).join('; ');
}

/** The last runs in words, for whoever does not see the strip. */
export function runsSaid(runs: readonly Run[]): string {
  const complete = runs.filter((run) => run.complete).length;
  if (runs.length === 0) return 'no run yet';
  return `${complete} of ${runs.length} complete`;
}

/** `2026-06-01T04:17:00.000Z` as a table says it, in UTC. */
export function minute(at: string | null): string {
  return at === null ? '' : minuteText(at);
}

export function hours(count: number): string {
  if (count === 24) return 'day';
  if (count % 168 === 0) return count === 168 ? 'week' : `${count / 168} weeks`;
  if (count % 24 === 0) return `${count / 24} days`;
  return count === 1 ? 'hour' : `${count} hours`;
}

function promised(count: number, of: number): string {
  if (count === of) return of === 1 ? 'The collector is as promised' : `All ${of} collectors are as promised`;
  return `${count} of ${of} ${count === 1 ? 'is' : 'are'} as promised`;
}

function listed(names: readonly string[]): string {
  return names.length < 3
    ? names.join(' and ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
