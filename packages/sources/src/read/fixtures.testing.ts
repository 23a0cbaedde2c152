// The files of our own that every reader is tried with: what each must come to, whole.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Observation } from '@assay/core';
import { readFile } from './readFile.ts';
import type { PopulationRow, ReadOptions } from './reader.ts';
import { DEFAULT_LIMITS, type Summary } from './summary.ts';

/** file | reader | observations by status | rows by population | codes of problems. */
const TABLE = `
assessment.oscal.json | oscal-ar | fail 4, not_applicable 1, pass 1, unknown 1 | observations 1, risks 1 | oscal.status_unknown
attestation.cyclonedx.json | cyclonedx | fail 1, unknown 1 | claims 2 |
bill.cyclonedx.json | cyclonedx | fail 1 | components 3, services 1 |
bill.spdx.json | spdx | | components 2 |
bill.spdx3.json | spdx | | components 1 |
checks.csv | csv | fail 1, not_applicable 1, pass 1, unknown 2 | | csv.status_unknown, csv.status_unknown
cluster.kubescape.json | kubescape | fail 2, not_applicable 1, unknown 2 | resources 1 | kubescape.status_unknown
code.sarif | sarif | error 1, fail 2, not_applicable 1, pass 3, unknown 2 | | sarif.status_unknown
code.semgrep.json | semgrep | fail 2, unknown 1 | unanalysed files 1 |
compliance.ocsf.ndjson | ocsf | fail 5, pass 2, unknown 6 | | ocsf.status_unknown, ocsf.status_unknown
host.hdf.json | hdf | error 1, fail 1, not_applicable 1, pass 1, unknown 2 | | hdf.status_unknown
host.xccdf.xml | xccdf | error 1, fail 1, not_applicable 1, pass 2, unknown 3 | | xccdf.status_unknown
image.trivy.json | trivy | fail 4, not_applicable 1, pass 3, unknown 2 | components 1 | trivy.status_unknown
infrastructure.checkov.json | checkov | error 1, fail 1, pass 3, unknown 2 | unparsed files 1 |
junit-pytest.xml | junit | error 1, fail 1, pass 2, unknown 2 | |
junit-surefire.xml | junit | error 1, fail 1, pass 3, unknown 1 | |
locks.osv.json | osv | fail 2, pass 1 | components 2 |
node.kube-bench.json | kube-bench | fail 1, pass 1, unknown 3 | | kube-bench.status_unknown
old-resource.ocsf.json | ocsf | pass 1 | |
provenance.intoto.json | in-toto | unknown 1 | subjects 1 |
prowler.asff.ndjson | asff | fail 2, pass 1, unknown 1 | |
prowler.csv | prowler-csv | fail 4, pass 1, unknown 2 | | prowler.status_unknown
prowler.ocsf.json | prowler-ocsf | fail 4, pass 1, unknown 2 | | prowler.status_unknown
release.intoto.jsonl | in-toto | fail 1, unknown 2 | subjects 3 |
scap-arf.xml | xccdf | error 1, fail 1, not_applicable 1, pass 2, unknown 4 | | xccdf.status_unknown
securityhub.json | asff | fail 5, not_applicable 1, pass 1, unknown 4 | | asff.status_unknown
vex.cyclonedx.json | cyclonedx | fail 1, not_applicable 1, pass 1, unknown 3 | | cyclonedx.unjustified, cyclonedx.status_unknown
`;

export interface Fixture {
  readonly name: string;
  readonly reader: string;
  readonly statuses: string;
  readonly populations: string;
  readonly problems: string;
  readonly text: string;
  readonly options: ReadOptions;
}

const COLUMNS = { check: 'Control', subject: 'Asset', status: 'Result' };

export const FIXTURES: readonly Fixture[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name = '', reader = '', statuses = '', populations = '', problems = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    const text = readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
    const options = reader === 'csv' ? { columns: COLUMNS } : {};
    return { name, reader, statuses, populations, problems, text, options };
  });

export interface Reading {
  readonly summary: Summary;
  readonly observations: readonly Observation[];
  readonly rows: readonly PopulationRow[];
}

/** Reads bytes through a file, as an import would. */
export async function readingOf(
  path: string,
  data: string | Uint8Array,
  options: ReadOptions = {},
): Promise<Reading> {
  writeFileSync(path, data);
  const observations: Observation[] = [];
  const rows: PopulationRow[] = [];
  const summary = await readFile({ path, options, limits: DEFAULT_LIMITS }, (batch) => {
    observations.push(...batch.observations);
    rows.push(...batch.population);
    return Promise.resolve();
  });
  return { summary, observations, rows };
}

/** `fail 2, pass 1`. */
export function counted(words: readonly string[]): string {
  return Object.entries(Object.groupBy(words, (word) => word))
    .map(([word, list]) => `${word} ${list?.length ?? 0}`)
    .toSorted()
    .join(', ');
}
