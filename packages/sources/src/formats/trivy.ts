// Trivy's own JSON: vulnerabilities, misconfigurations, secrets; a target that was looked at and is clean.
import type { ObservationStatus } from '@assay/core';
import { at, listAt, textAt } from '../read/json.ts';
import { instantOf, observation, severityOf } from '../read/observe.ts';
import { unknownStatus } from '../read/problem.ts';
import type { Sink } from '../read/reader.ts';
import { meaningOf } from '../read/words.ts';
import { documentReader } from './document.ts';

const STATUS: Readonly<Record<string, ObservationStatus>> = { PASS: 'pass', FAIL: 'fail', EXCEPTION: 'fail' };

export const trivy = documentReader({
  id: 'trivy',
  title: 'Trivy',
  version: 1,
  statusRule:
    'A misconfiguration’s Status PASS is pass, FAIL and EXCEPTION are fail; every vulnerability and secret is a fail; a target with none of them is one pass of the scan.',
  recognise: (head) =>
    /"SchemaVersion"\s*:\s*[12]\b/.test(head.text) && /"ArtifactName"\s*:/.test(head.text) ? 0.98 : 0,
  accepts: (document) => textAt(document, 'ArtifactName') !== undefined,
  readDocument: async (document, sink) => {
    const ranAt = instantOf(at(document, 'CreatedAt'));
    const artefact = textAt(document, 'ArtifactName') ?? 'artefact';
    sink.source({ tool: 'trivy', scope: artefact, ...(ranAt ? { ranAt } : {}) });
    for (const [i, result] of listAt(document, 'Results').entries())
      await readTarget(result, { position: `Results/${i}`, artefact, ranAt }, sink);
  },
});

interface Where {
  readonly position: string;
  readonly artefact: string;
  readonly ranAt: ReturnType<typeof instantOf>;
}

async function readTarget(result: unknown, where: Where, sink: Sink): Promise<void> {
  const target = textAt(result, 'Target') ?? where.artefact;
  const observedAt = where.ranAt;
  let found = 0;
  for (const each of listAt(result, 'Vulnerabilities')) {
    found += 1;
    const subject = `${target}#${textAt(each, 'PkgName') ?? 'package'}@${textAt(each, 'InstalledVersion') ?? ''}#${textAt(each, 'VulnerabilityID') ?? 'vulnerability'}`;
    await sink.observation(
      observation({
        tool: 'trivy',
        check: 'vulnerability',
        subject,
        status: 'fail',
        observedAt,
        severity: severityOf(textAt(each, 'Severity')),
        message: textAt(each, 'Title') ?? textAt(each, 'Description'),
      }),
    );
  }
  for (const [i, each] of listAt(result, 'Misconfigurations').entries()) {
    found += 1;
    const word = textAt(each, 'Status') ?? '';
    const status = meaningOf(STATUS, word);
    if (!status) sink.problem(unknownStatus('trivy', word, `${where.position}/Misconfigurations/${i}`));
    await sink.observation(
      observation({
        tool: 'trivy',
        check: textAt(each, 'AVDID') ?? textAt(each, 'ID') ?? 'misconfiguration',
        subject: target,
        status: status ?? 'unknown',
        observedAt,
        severity: severityOf(textAt(each, 'Severity')),
        message: textAt(each, 'Message') ?? textAt(each, 'Title'),
      }),
    );
  }
  for (const each of listAt(result, 'Secrets')) {
    found += 1;
    await sink.observation(
      observation({
        tool: 'trivy',
        check: 'secret',
        subject: `${target}#${textAt(each, 'RuleID') ?? 'secret'}`,
        status: 'fail',
        observedAt,
        severity: severityOf(textAt(each, 'Severity')),
        message: textAt(each, 'Title'),
      }),
    );
  }
  if (found === 0)
    await sink.observation(
      observation({
        tool: 'trivy',
        check: 'run',
        subject: target,
        status: 'pass',
        observedAt,
        message: 'The target was scanned and nothing was found.',
      }),
    );
}
