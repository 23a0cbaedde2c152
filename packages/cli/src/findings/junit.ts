// Results as JUnit XML, for builds that show tests: what fails is a failure, what nobody knows is an error, never a pass.
import { byScanner, wordOf, type Finding } from './finding.ts';

export function junitOf(findings: readonly Finding[]): string {
  const suites = [...byScanner(findings)].map(([scanner, own]) => suiteOf(scanner, own));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${countsOf(findings)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(scanner: string, findings: readonly Finding[]): string {
  return [
    `  <testsuite name="${text(scanner)}" ${countsOf(findings)}>`,
    ...findings.map(caseOf),
    '  </testsuite>',
  ].join('\n');
}

function countsOf(findings: readonly Finding[]): string {
  const count = (...statuses: readonly string[]): number =>
    findings.filter(({ status }) => statuses.includes(status)).length;
  return `tests="${findings.length}" failures="${count('fail')}" errors="${count('error', 'unknown')}" skipped="${count('not_applicable')}"`;
}

function caseOf(finding: Finding): string {
  const open = `    <testcase classname="${text(finding.check)}" name="${text(finding.subject)}"`;
  const word = text(wordOf(finding));
  switch (finding.status) {
    case 'pass':
      return `${open}/>`;
    case 'fail':
      return `${open}><failure type="${finding.severity ?? 'fail'}" message="${word}"/></testcase>`;
    case 'not_applicable':
      return `${open}><skipped message="${word}"/></testcase>`;
    default:
      return `${open}><error type="${finding.status}" message="${word}"/></testcase>`;
  }
}

/** Text of an attribute; what XML 1.0 cannot hold becomes a space. */
function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
