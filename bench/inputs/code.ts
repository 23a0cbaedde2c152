// Results of scanners of code and of test runners.
import { filled, LINKS, prose, within, type Input } from './shape.ts';

const sarifResult = (i: number) => ({
  ruleId: `js/rule-${i % 60}`,
  ruleIndex: i % 60,
  rule: { id: `js/rule-${i % 60}`, index: i % 60 },
  message: { text: `This depends on a [value](1) that a user gives in place ${i}.` },
  locations: [
    {
      physicalLocation: {
        artifactLocation: {
          uri: `src/part${i % 40}/file${i % 900}.ts`,
          uriBaseId: '%SRCROOT%',
          index: i % 900,
        },
        region: {
          startLine: i % 800,
          startColumn: 5,
          endLine: i % 800,
          endColumn: 61,
          snippet: { text: prose(60) },
        },
      },
    },
  ],
  ...(i % 3 === 0
    ? { partialFingerprints: { primaryLocationLineHash: `${i.toString(16)}c1f6d0b7a55e:1` } }
    : {}),
  relatedLocations: [
    {
      id: 1,
      physicalLocation: {
        artifactLocation: { uri: `src/part${i % 40}/in.ts` },
        region: { startLine: i % 70 },
      },
      message: { text: 'a value that a user gives' },
    },
  ],
});

const checkovCheck = (i: number) => ({
  check_id: `CKV_AWS_${i % 300}`,
  bc_check_id: null,
  check_name: 'The bucket is as it should be',
  check_result: { result: 'FAILED', evaluated_keys: ['acl'] },
  code_block: Array.from({ length: 6 }, (_, k) => [k, 'resource "aws_s3_bucket" "uploads" {\n']),
  file_path: `/part${i % 50}/buckets.tf`,
  repo_file_path: `/infra/part${i % 50}/buckets.tf`,
  file_line_range: [1, 20],
  resource: `aws_s3_bucket.bucket-${i}`,
  check_class: 'checkov.terraform.checks.resource.aws.S3',
  guideline: LINKS[0],
});

const semgrepResult = (i: number) => ({
  check_id: `javascript.rule-${i % 200}`,
  path: `src/part${i % 300}/file.ts`,
  start: { line: i, col: 3, offset: 900 },
  end: { line: i, col: 60, offset: 957 },
  extra: {
    message: prose(180),
    severity: 'ERROR',
    lines: `db.query(place${i})`,
    fingerprint: `${i.toString(16)}a17c0b_0`,
    metadata: { cwe: ['CWE-89'], owasp: ['A03'], references: LINKS, technology: ['express'] },
    metavars: { $X: { start: { line: i }, abstract_content: 'place' } },
  },
});

const testCase = (i: number): string =>
  `<testcase classname="com.example.Part${i % 400}Test" name="case ${i} holds" time="0.013">${i % 20 === 0 ? `<failure message="expected 1 but was 2" type="AssertionError">${prose(300)}</failure>` : ''}<system-out>${prose(120)}</system-out></testcase>`;

const rules = Array.from({ length: 60 }, (_, k) => ({
  id: `js/rule-${k}`,
  properties: { 'security-severity': '8.8' },
}));

export const CODE: readonly Input[] = [
  {
    reader: 'sarif',
    name: 'SARIF',
    plain: 'json',
    text: (b) =>
      within(
        {
          $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
          version: '2.1.0',
          runs: [{ tool: { driver: { name: 'CodeQL', rules } }, results: ['@@'] }],
        },
        filled(b, sarifResult),
      ),
  },
  {
    reader: 'junit',
    name: 'JUnit',
    plain: 'xml',
    text: (b) =>
      `<?xml version="1.0"?><testsuites><testsuite name="all" timestamp="2026-05-30T05:00:00">${filled(b, testCase, '\n')}</testsuite></testsuites>`,
  },
  {
    reader: 'checkov',
    name: 'Checkov',
    plain: 'json',
    text: (b) =>
      within(
        {
          check_type: 'terraform',
          results: { passed_checks: [], failed_checks: ['@@'] },
          summary: { resource_count: 9 },
        },
        filled(b, checkovCheck),
      ),
  },
  {
    reader: 'semgrep',
    name: 'Semgrep',
    plain: 'json',
    text: (b) => within({ version: '1', errors: [], results: ['@@'] }, filled(b, semgrepResult)),
  },
];
