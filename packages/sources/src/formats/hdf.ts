// InSpec and HDF results: one control of a profile, on one target, is one observation.
import type { Instant, ObservationStatus } from '@assay/core';
import { at, isObject, listAt, numberAt, textAt } from '../read/json.ts';
import { instantOf, observation, severityOfScore } from '../read/observe.ts';
import { unknownStatus } from '../read/problem.ts';
import type { Head, Sink } from '../read/reader.ts';
import { documentReader } from './document.ts';
import { shapeOf } from './shape.ts';

export const hdf = documentReader({
  id: 'hdf',
  title: 'InSpec / HDF',
  version: 2,
  manual: {
    recognised: 'profiles beside platform, statistics or controls',
    reads: 'whole',
    fields: {
      check: 'the profile’s name and controls[].id',
      subject: 'platform.target_id, else its name',
      observedAt: 'the last results[].start_time of the control',
      severity: 'impact, as a tenth of a CVSS score',
      message: 'title; waivers, attestations and reasons for skipping are told',
    },
    words: [],
    also: [
      ['pass', 'every result of the control passed'],
      ['fail', 'a result failed'],
      ['error', 'a result has status error or a backtrace'],
      ['not_applicable', 'impact 0'],
      ['unknown', 'a result was skipped, none is there, or a person attested instead'],
    ],
    otherwise:
      'Any other word becomes unknown, with the problem hdf.status_unknown at the control; a failure beside it stays one.',
  },
  recognise,
  accepts: (document) => Array.isArray(at(document, 'profiles')),
  readDocument: read,
});

function recognise(head: Head): number {
  const { root, keys } = shapeOf(head);
  if (root !== 'object' || !keys.has('profiles')) return 0;
  return keys.has('platform') || keys.has('statistics') || /"controls"\s*:/.test(head.text) ? 0.95 : 0;
}

async function read(document: unknown, sink: Sink): Promise<void> {
  const target =
    textAt(document, 'platform', 'target_id') ?? textAt(document, 'platform', 'name') ?? 'target';
  const profiles = listAt(document, 'profiles');
  const version = textAt(document, 'version');
  const ranAt = lastOf(profiles.flatMap((profile) => listAt(profile, 'controls')));
  sink.source({
    tool: 'inspec',
    scope: target,
    ...(version ? { toolVersion: version } : {}),
    ...(ranAt ? { ranAt } : {}),
  });
  const resulted = resultsById(profiles);
  // An overlay repeats the controls of the profiles that it includes; only the outermost ones count.
  for (const profile of profiles.filter((each) => textAt(each, 'parent_profile') === undefined)) {
    for (const control of listAt(profile, 'controls')) {
      const id = textAt(control, 'id') ?? 'control';
      const own = listAt(control, 'results').length > 0 ? control : (resulted.get(id) ?? control);
      const impact = numberAt(control, 'impact');
      await sink.observation(
        observation({
          tool: 'inspec',
          check: `${textAt(profile, 'name') ?? 'profile'}/${id}`,
          subject: target,
          status: statusOf(own, { id, impact, sink }),
          observedAt: lastOf([own]) ?? ranAt,
          severity: impact === undefined ? undefined : severityOfScore(impact * 10),
          message: remarkOf(own) + (textAt(control, 'title') ?? ''),
        }),
      );
    }
  }
}

function resultsById(profiles: readonly unknown[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const control of profiles.flatMap((profile) => listAt(profile, 'controls'))) {
    const id = textAt(control, 'id');
    if (id !== undefined && listAt(control, 'results').length > 0) found.set(id, control);
  }
  return found;
}

function lastOf(controls: readonly unknown[]): Instant | undefined {
  let last: Instant | undefined;
  for (const result of controls.flatMap((control) => listAt(control, 'results'))) {
    const time = instantOf(at(result, 'start_time'));
    if (time !== undefined && (last === undefined || time > last)) last = time;
  }
  return last;
}

/**
 * HDF's order: an error outweighs impact 0, impact 0 outweighs results, a failure outweighs passes.
 * Where HDF calls passed and skipped results together a pass, InSpec's own reporter does not; the
 * skipped part was not shown, so neither do we.
 */
function statusOf(
  control: unknown,
  of: { readonly id: string; readonly impact: number | undefined; readonly sink: Sink },
): ObservationStatus {
  const results = listAt(control, 'results');
  const words = results.map((result) => textAt(result, 'status') ?? '');
  if (words.includes('error') || results.some((result) => listAt(result, 'backtrace').length > 0))
    return 'error';
  if (of.impact === 0) return 'not_applicable';
  const strange = words.find((word) => !['passed', 'failed', 'skipped'].includes(word));
  if (strange !== undefined) of.sink.problem(unknownStatus('hdf', strange, of.id));
  if (words.includes('failed')) return 'fail';
  if (isObject(at(control, 'attestation_data'))) return 'unknown';
  return words.length > 0 && words.every((word) => word === 'passed') ? 'pass' : 'unknown';
}

/** Waivers and attestations are people's decisions: told, never counted as the result of a check. */
function remarkOf(control: unknown): string {
  const attested = at(control, 'attestation_data');
  if (isObject(attested))
    return `Attested as ${textAt(attested, 'status') ?? 'nothing'} by ${textAt(attested, 'updated_by') ?? 'somebody'}: ${textAt(attested, 'explanation') ?? 'no explanation'}. `;
  const waiver = textAt(control, 'waiver_data', 'justification');
  if (waiver !== undefined) return `Waived: ${waiver}. `;
  const skipped = listAt(control, 'results').flatMap((result) => textAt(result, 'skip_message') ?? [])[0];
  return skipped === undefined ? '' : `Skipped: ${skipped}. `;
}
