// Results about hosts, clusters and systems.
import { filled, prose, within, type Input } from './shape.ts';

const ruleResult = (i: number): string =>
  `<rule-result idref="xccdf_com.example_rule_${i}" role="full" time="2026-05-30T05:00:00Z" severity="medium" weight="1.0"><result>${i % 3 === 0 ? 'fail' : 'pass'}</result><ident system="https://example.com/cce">CCE-${i}</ident><check system="http://oval.mitre.org/XMLSchema/oval-definitions-5"><check-content-ref name="oval:com.example:def:${i}" href="oval.xml"/></check></rule-result>`;

const hdfControl = (i: number) => ({
  id: `host-${i}`,
  title: `Setting ${i} is as it should be`,
  desc: prose(400),
  descriptions: [
    { label: 'check', data: prose(300) },
    { label: 'fix', data: prose(300) },
  ],
  impact: 0.5,
  refs: [],
  tags: { nist: ['AC-2', 'CM-6'], severity: 'medium' },
  code: prose(300),
  source_location: { line: i, ref: 'controls/host.rb' },
  results: [
    {
      status: i % 5 === 0 ? 'failed' : 'passed',
      code_desc: prose(80),
      run_time: 0.01,
      start_time: '2026-05-30T05:00:01Z',
    },
  ],
});

const benchTest = (i: number) => ({
  test_number: `4.1.${i}`,
  test_desc: `Setting ${i} is as it should be`,
  audit: prose(80),
  AuditEnv: '',
  type: '',
  remediation: prose(200),
  test_info: [prose(200)],
  status: i % 3 === 0 ? 'FAIL' : 'PASS',
  actual_value: prose(60),
  scored: true,
});

const kubescapeResult = (i: number) => ({
  resourceID: `apps/v1/harbour/Deployment/web-${i}`,
  controls: Array.from({ length: 12 }, (_, k) => ({
    controlID: `C-00${10 + k}`,
    name: `Control ${k}`,
    status: { status: k % 4 === 0 ? 'failed' : 'passed' },
    rules: [
      {
        name: `rule-${k}`,
        status: k % 4 === 0 ? 'failed' : 'passed',
        paths: [{ failedPath: 'spec.template' }],
      },
    ],
  })),
});

const oscalFinding = (i: number) => ({
  uuid: `f0000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  title: `Objective ${i}`,
  description: prose(300),
  target: {
    type: 'objective-id',
    'target-id': `ac-${i}_obj`,
    status: { state: i % 4 === 0 ? 'not-satisfied' : 'satisfied' },
  },
});

const csvRow = (i: number): string =>
  `POL-${i % 80};app-${i}.example.com;${i % 6 === 0 ? 'failed' : 'passed'};2026-05-30T05:00:00Z;high;"${prose(90)}; with a separator"`;

export const HOSTS: readonly Input[] = [
  {
    reader: 'xccdf',
    name: 'XCCDF',
    plain: 'xml',
    text: (b) =>
      `<?xml version="1.0"?><TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="t" end-time="2026-05-30T05:00:00Z"><target>app-01</target>${filled(b, ruleResult, '\n')}</TestResult>`,
  },
  {
    reader: 'hdf',
    name: 'InSpec / HDF',
    plain: 'json',
    text: (b) =>
      within(
        { platform: { name: 'debian' }, version: '5', profiles: [{ name: 'hosts', controls: ['@@'] }] },
        filled(b, hdfControl),
      ),
  },
  {
    reader: 'oscal-ar',
    name: 'OSCAL results',
    plain: 'json',
    text: (b) =>
      within(
        {
          'assessment-results': {
            metadata: { title: 'Spring' },
            results: [{ end: '2026-05-30T12:00:00Z', findings: ['@@'] }],
          },
        },
        filled(b, oscalFinding),
      ),
  },
  {
    reader: 'kube-bench',
    name: 'kube-bench',
    plain: 'json',
    text: (b) =>
      within(
        {
          Controls: [
            { id: '4', version: 'cis-1.9', node_type: 'node', tests: [{ section: '4.1', results: ['@@'] }] },
          ],
        },
        filled(b, benchTest),
      ),
  },
  {
    reader: 'kubescape',
    name: 'Kubescape',
    plain: 'json',
    text: (b) =>
      within(
        {
          clusterName: 'c',
          summaryDetails: { controls: { 'C-0010': { name: 'Control 0' } } },
          results: ['@@'],
        },
        filled(b, kubescapeResult),
      ),
  },
  {
    reader: 'csv',
    name: 'CSV with a mapping',
    plain: 'csv',
    columns: { check: 'Control', subject: 'Asset', status: 'Result' },
    text: (b) => `Control;Asset;Result;Date;Severity;Note\n${filled(b, csvRow, '\n')}\n`,
  },
];
