// Code scanners' SARIF: CodeQL and Semgrep with their findings and those that are gone; gitleaks, which does not
// say whether its run ended well, so that an empty list is no pass.
import type { PlainDate } from '@assay/core';
import { jsonText } from './scan.ts';

/** A finding: rule, file, its print, level, what is wrong, and whether it is there, new or gone. */
export type CodeFinding = readonly [
  string,
  string,
  string,
  'error' | 'warning' | 'note',
  string,
  'new' | 'unchanged' | 'absent',
];

export interface CodeRun {
  readonly tool: 'CodeQL' | 'Semgrep OSS';
  readonly version: string;
  readonly repository: string;
  readonly day: PlainDate;
  readonly findings: readonly CodeFinding[];
}

export function codeText(run: CodeRun): string {
  return sarif({
    tool: {
      driver: {
        name: run.tool,
        semanticVersion: run.version,
        rules: [...new Set(run.findings.map(([rule]) => rule))].map((id) => ({ id })),
      },
    },
    automationDetails: { id: `harbourline/${run.repository}/` },
    invocations: [{ executionSuccessful: true, endTimeUtc: `${run.day}T11:02:00Z` }],
    results: run.findings.map(([ruleId, uri, print, level, text, baselineState]) => ({
      ruleId,
      level,
      baselineState,
      message: { text },
      locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }],
      partialFingerprints: { primaryLocationLineHash: print },
    })),
  });
}

export function gitleaksText(repository: string): string {
  return sarif({
    tool: {
      driver: {
        name: 'gitleaks',
        semanticVersion: 'v8.24.0',
        informationUri: 'https://example.com/gitleaks',
      },
    },
    automationDetails: { id: `harbourline/${repository}/` },
    results: [],
  });
}

/** The device report of the company's own script: which laptops are encrypted, locked, up to date. */
export function devicesText(day: PlainDate, devices: readonly string[], silent: number): string {
  const result = (device: string, ruleId: string, [kind, text]: readonly [string, string]): object => ({
    ruleId,
    kind,
    message: { text },
    locations: [{ logicalLocations: [{ fullyQualifiedName: device }] }],
  });
  return sarif({
    tool: { driver: { name: 'osquery-report', version: '5.16' } },
    automationDetails: { id: 'devices/' },
    invocations: [{ executionSuccessful: true, endTimeUtc: `${day}T06:00:00Z` }],
    results: devices.flatMap((device, i) => [
      result(device, 'disk-encryption', ['pass', 'The disk is encrypted.']),
      result(device, 'screen-lock', ['pass', 'The screen locks after five minutes.']),
      i < silent
        ? result(device, 'os-current', ['review', 'The device has not reported its version.'])
        : result(device, 'os-current', ['pass', 'The system is at most one release behind.']),
    ]),
  });
}

function sarif(run: object): string {
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  });
}
