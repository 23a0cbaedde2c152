// What strangers' tools really wrote, read whole: exact counts, so that no change of meaning goes unseen.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFile } from '../read/readFile.ts';
import { DEFAULT_LIMITS } from '../read/summary.ts';

const SHARED = fileURLToPath(new URL('../../../../../shared/data/samples/', import.meta.url));

/** file | reader | observations by status | rows by population | problems. */
const EXPECTED = `
sarif/codeql.sarif | sarif | fail 72 | |
sarif/spotbugs.sarif | sarif | error 1, fail 56 | |
sarif/gitleaks.sarif | sarif | fail 8 | |
sarif/trivy.sarif | sarif | fail 4 | |
sarif/suppressed.sarif | sarif | fail 5 | |
sarif/spec-k4.sarif | sarif | fail 1, unknown 1 | |
sarif/no_runs.sarif | sarif | | | warning sarif.no_runs
sarif/binskim.sarif | sarif | | | fatal json.syntax
cyclonedx/dropwizard-vulns.json | cyclonedx | fail 87 | components 167 |
cyclonedx/laravel-1.4.json | cyclonedx | | components 62 |
cyclonedx/proton-bridge.json | cyclonedx | | components 201 |
cyclonedx/vex-affected.json | cyclonedx | fail 1 | |
cyclonedx/vex-case-3.json | cyclonedx | fail 5, not_applicable 6, pass 3, unknown 5 | |
spdx/hello-source.spdx.json | spdx | | components 1 |
spdx/sbom.spdx.json | spdx | | components 4 |
trivy/alpine-39.json | trivy | fail 6 | |
trivy/debian-buster.json | trivy | fail 2 | |
trivy/dockerfile.json | trivy | fail 1 | |
xccdf/dd-ios-sample-v1.1.3.xccdf.xml | xccdf | fail 1, unknown 1 | |
xccdf/parser-results-1.1.xml | xccdf | pass 1 | |
xccdf/results.xml | xccdf | fail 1, pass 1 | |
in-toto/container-based.intoto.jsonl | in-toto | unknown 1 | subjects 1 |
in-toto/slsa-v02.intoto.jsonl | in-toto | unknown 2 | subjects 2 |
hdf/rhel8-one-of-each.json | hdf | fail 1, not_applicable 1, pass 1, unknown 1 | |
hdf/attestations.yaml | artefact | | |
checkov/many.json | checkov | fail 3, pass 1 | |
checkov/multiple-types.json | checkov | fail 13, pass 17 | |
checkov/with-skips.json | checkov | error 1, fail 12, pass 8, unknown 2 | unparsed files 1 |
oscal/ifa-assessment-results.json | oscal-ar | fail 1 | observations 2, risks 1 |
oscal/basic-catalog.json | artefact | | |
semgrep/many.json | semgrep | fail 3, pass 1 | |
kube-bench/report.json | kube-bench | fail 4, pass 20 | |
osv/some.json | osv | fail 1 | components 1 |
kubescape/with-a-failure.json | kubescape | fail 3, not_applicable 15, pass 15 | resources 1 |
`;

const rows = EXPECTED.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

const present = existsSync(SHARED);
if (!present) console.log('skipped: no ../shared');

describe.skipIf(!present)('real files', () => {
  it.each(rows)('%s is read as %s', async (file, reader, statuses, populations, problems) => {
    const found: string[] = [];
    const listed: string[] = [];
    const pairs = new Set<string>();
    const request = { path: `${SHARED}${file ?? ''}`, options: {}, limits: DEFAULT_LIMITS };
    const summary = await readFile(request, (batch) => {
      found.push(...batch.observations.map((each) => each.status));
      listed.push(...batch.population.map((each) => each.population));
      for (const each of batch.observations) pairs.add(`${each.check} ${each.subject}`);
      return Promise.resolve();
    });
    expect(summary.reader).toBe(reader);
    expect(counted(found)).toBe(statuses);
    expect(counted(listed)).toBe(populations);
    expect(summary.problems.map((each) => `${each.level} ${each.code}`).join(', ')).toBe(problems);
    // Two findings never share a name, or one would hide the other.
    expect(pairs.size).toBe(found.length);
  });
});

function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([word, count]) => `${word} ${count}`)
    .toSorted()
    .join(', ');
}
