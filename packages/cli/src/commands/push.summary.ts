// What a push says in Markdown, for the summary page of a job.
import type { Output, Routes } from '@assay/contract';

export type Pushed = Output<Routes['collectors.record']>;

interface Place {
  readonly origin: string;
  readonly org: string;
  readonly collector: string;
  readonly failing: number;
}

/** A headline, a row for each file, and why the run is unknown where it is. */
export function pushSummary({ run, imports }: Pushed, place: Place): string {
  const { origin, org } = place;
  const state = run.complete ? 'complete' : `**unknown** (${run.because.join(', ').replaceAll('_', ' ')})`;
  const rows = imports.map((each) => {
    const { pass, fail, unknown, error } = each.observations;
    const evidence =
      each.evidence === null ? '—' : `[${each.evidence}](${origin}/o/${org}/evidence/${each.evidence})`;
    return `| ${cell(each.filename)} | ${each.state} | ${pass} | ${fail} | ${unknown + error} | ${evidence} |`;
  });
  return [
    `### Assay: ${cell(place.collector)}, ${state}`,
    '',
    ...(rows.length === 0
      ? []
      : [
          '| File | State | Pass | Fail | Unknown | Evidence |',
          '| --- | --- | ---: | ---: | ---: | --- |',
          ...rows,
          '',
        ]),
    ...(place.failing > 0 ? [`${place.failing} findings at or above the threshold.`, ''] : []),
    ...(run.complete ? [] : ['A run that is unknown ends no gap.', '']),
  ].join('\n');
}

function cell(text: string): string {
  return text.replace(/[\u0000-\u001f]/g, ' ').replaceAll('|', '\\|');
}
