// What a finding may refer to: requirements of the frameworks here, controls of the set, evidence, other findings.
import type { Finding } from '@assay/core';
import type { Refusal } from '../../app/refusal.ts';
import { controlCodes } from '../controls/controls.module.ts';
import { findEvidence } from '../evidence/evidence.module.ts';
import { allFrameworks } from '../frameworks/frameworks.module.ts';
import { listFindings, type FindingVersion } from './findings.repository.ts';
import type { Work } from './work.ts';

type Fault = NonNullable<Refusal['errors']>[number];

/** A refusal with the place of every reference that leads nowhere; what stood before is not asked again. */
export async function strangeReferences(
  work: Work,
  finding: Finding,
  held?: FindingVersion,
): Promise<Refusal | undefined> {
  const before = held?.finding;
  const errors = [
    ...(await requirementFaults(work, added(finding.requirements, before?.requirements))),
    ...(await controlFaults(work, added(finding.controls, before?.controls))),
    ...(await evidenceFaults(work, added(finding.evidence, before?.evidence))),
    ...(await similarFaults(work, added(finding.similar?.found ?? [], before?.similar?.found), held?.id)),
  ];
  const [first] = errors;
  return (
    first && { code: 'finding.unknown_reference', detail: `${first.pointer}: ${first.message}.`, errors }
  );
}

type Added = readonly (readonly [string, number])[];

/** What is new, each with its place in the list. */
function added(now: readonly string[], before: readonly string[] = []): Added {
  return now.flatMap((each, place) => (before.includes(each) ? [] : [[each, place] as const]));
}

async function requirementFaults(work: Work, refs: Added): Promise<readonly Fault[]> {
  if (refs.length === 0) return [];
  const frameworks = await allFrameworks(work.tx, work.scope, work.catalogue);
  const known = new Set<string>(
    [...frameworks.values()].flatMap(({ requirements }) => requirements.map(({ ref }) => ref)),
  );
  return faults('requirements', refs, (ref) => !known.has(ref) && `there is no requirement ${ref}`);
}

async function controlFaults({ tx, scope }: Work, codes: Added): Promise<readonly Fault[]> {
  if (codes.length === 0) return [];
  const known = await controlCodes(tx, scope);
  return faults('controls', codes, (code) => !known.has(code) && `there is no control ${code}`);
}

async function evidenceFaults({ tx, scope }: Work, ids: Added): Promise<readonly Fault[]> {
  const found = new Set<string>();
  for (const [id] of ids) if (await findEvidence(tx, scope, id)) found.add(id);
  return faults('evidence', ids, (id) => !found.has(id) && `there is no evidence ${id}`);
}

async function similarFaults(
  { tx, scope }: Work,
  ids: Added,
  self: string | undefined,
): Promise<readonly Fault[]> {
  if (ids.length === 0) return [];
  const known = new Set((await listFindings(tx, scope)).map(({ id }) => id));
  return faults('similar/found', ids, (id) =>
    id === self ? `${id} is this finding itself` : !known.has(id) && `there is no finding ${id}`,
  );
}

function faults(field: string, given: Added, fault: (id: string) => string | false): readonly Fault[] {
  return given.flatMap(([id, place]) => {
    const message = fault(id);
    return message === false ? [] : [{ pointer: `/body/${field}/${place}`, message }];
  });
}
