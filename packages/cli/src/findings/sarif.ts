// Results as SARIF 2.1.0, for code hosts and viewers: what passes says so, and what nobody knows is to be reviewed.
import type { ObservationStatus, Severity } from '@assay/core';
import { byScanner, ruleOf, wordOf, type Finding } from './finding.ts';

const KIND: Readonly<Record<ObservationStatus, string>> = {
  pass: 'pass',
  fail: 'fail',
  error: 'open',
  unknown: 'review',
  not_applicable: 'notApplicable',
};
/** Level and the number by which code hosts rank (`security-severity`). */
const LEVEL: Readonly<Record<Severity, readonly [level: string, rank: string]>> = {
  critical: ['error', '9.5'],
  high: ['error', '8.0'],
  medium: ['warning', '5.5'],
  low: ['note', '3.0'],
  info: ['note', '0.0'],
};

export function sarifOf(findings: readonly Finding[]): string {
  const runs = [...byScanner(findings)].map(([scanner, own]) => {
    const rules = [...new Map(own.map((each) => [each.check, each])).values()];
    return {
      tool: {
        driver: {
          name: scanner,
          rules: rules.map(({ check, title, severity, controls }) => ({
            id: ruleOf(check),
            ...(title === null ? {} : { shortDescription: { text: title } }),
            properties: {
              tags: [...controls],
              ...(severity === null ? {} : { 'security-severity': LEVEL[severity][1] }),
            },
          })),
        },
      },
      properties: { exportedBy: 'Assay' },
      results: own.map((each) => resultOf(each, rules)),
    };
  });
  const document = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function resultOf(finding: Finding, rules: readonly Finding[]) {
  const { check, subject, status, severity, observed_at: observedAt, controls } = finding;
  return {
    ruleId: ruleOf(check),
    ruleIndex: rules.findIndex((rule) => rule.check === check),
    kind: KIND[status],
    // Only what fails has a level (3.27.10).
    level: status === 'fail' ? LEVEL[severity ?? 'medium'][0] : 'none',
    message: { text: wordOf(finding) },
    locations: [{ logicalLocations: [{ fullyQualifiedName: subject }] }],
    partialFingerprints: { 'assaySubject/v1': `${check} ${subject}` },
    properties: { observedAt, controls: [...controls] },
  };
}
