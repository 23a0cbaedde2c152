// Findings of cloud scanners.
import { readFileSync } from 'node:fs';
import { filled, LINKS, prose, within, type Input } from './shape.ts';

const findings: unknown = JSON.parse(
  readFileSync(new URL('../../packages/sources/fixtures/prowler.ocsf.json', import.meta.url), 'utf8'),
);
const templates = (Array.isArray(findings) ? findings : []).filter(
  (each: unknown): each is object => typeof each === 'object' && each !== null,
);

const prowler = (i: number) => ({
  ...templates[i % templates.length],
  resources: [{ uid: `arn:aws:s3:::bucket-${i}`, name: `bucket-${i}`, region: 'eu-west-1', data: {} }],
  risk_details: prose(900),
  unmapped: {
    compliance: Object.fromEntries(
      Array.from({ length: 10 }, (_, k) => [`Framework-${k}`, [`${k}.1`, `${k}.2`]]),
    ),
  },
});

const compliance = (i: number) => ({
  class_uid: 2003,
  class_name: 'Compliance Finding',
  metadata: { product: { name: 'Cloud Guard', version: '3' }, version: '1.3.0' },
  finding_info: { title: `Rule ${i % 90}`, uid: `${i}`, desc: prose(300) },
  severity: 'High',
  status_id: 1,
  time: 1770091506000 + i,
  resources: [{ uid: `vm-${i}`, type: 'vm', labels: ['a', 'b'] }],
  compliance: { control: `CG.${i % 90}`, status_id: i % 7 === 0 ? 3 : 1, requirements: ['1.1', '2.4'] },
});

const asff = (i: number) => ({
  SchemaVersion: '2018-10-08',
  Id: `arn:aws:securityhub:eu-west-1:1:subscription/x/v/1.0.0/S3.${i % 40}/finding/${i}`,
  ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/securityhub',
  GeneratorId: `aws-foundational-security-best-practices/v/1.0.0/S3.${i % 40}`,
  AwsAccountId: '111122223333',
  Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
  CreatedAt: '2026-05-01T05:00:00.000Z',
  UpdatedAt: '2026-06-01T05:00:00.000Z',
  Severity: { Label: 'HIGH', Normalized: 70, Original: 'HIGH' },
  Title: `S3.${i % 40} buckets should be as they should be`,
  Description: prose(250),
  Remediation: { Recommendation: { Text: prose(120), Url: LINKS[0] } },
  ProductFields: { StandardsControlArn: 'arn:aws:x', 'aws/securityhub/ProductName': 'Security Hub' },
  Resources: [{ Type: 'AwsS3Bucket', Id: `arn:aws:s3:::bucket-${i}`, Partition: 'aws', Region: 'eu-west-1' }],
  Compliance: { Status: i % 6 === 0 ? 'FAILED' : 'PASSED', SecurityControlId: `S3.${i % 40}` },
  WorkflowState: 'NEW',
  Workflow: { Status: 'NEW' },
  RecordState: 'ACTIVE',
});

const PROWLER_COLUMNS =
  'AUTH_METHOD;TIMESTAMP;ACCOUNT_UID;ACCOUNT_NAME;FINDING_UID;PROVIDER;CHECK_ID;CHECK_TITLE;STATUS;STATUS_EXTENDED;MUTED;SEVERITY;RESOURCE_TYPE;RESOURCE_UID;RESOURCE_NAME;REGION;DESCRIPTION;RISK;COMPLIANCE;PROWLER_VERSION';
const prowlerRow = (i: number): string =>
  `profile;2026-06-01 05:00:00;1;harbour;prowler-${i};aws;check_${i % 300};A title;${i % 9 === 0 ? 'FAIL' : 'PASS'};Bucket ${i} is as it should be.;False;medium;AwsS3Bucket;arn:aws:s3:::bucket-${i};bucket-${i};eu-west-1;"${prose(200)}";${prose(300)};CIS-3.0: 2.1.1 | ISO27001-2022: A.8.24 | SOC2: cc_6_1;5.4.0`;

export const CLOUD: readonly Input[] = [
  { reader: 'prowler-ocsf', name: 'Prowler OCSF', plain: 'json', text: (b) => `[${filled(b, prowler)}]` },
  {
    reader: 'prowler-ocsf',
    name: 'Prowler OCSF, one a line',
    plain: 'lines',
    text: (b) => filled(b, prowler, '\n'),
  },
  { reader: 'ocsf', name: 'OCSF findings', plain: 'lines', text: (b) => filled(b, compliance, '\n') },
  {
    reader: 'prowler-csv',
    name: 'Prowler CSV',
    plain: 'csv',
    text: (b) => `${PROWLER_COLUMNS}\n${filled(b, prowlerRow, '\n')}\n`,
  },
  { reader: 'asff', name: 'ASFF, one a line', plain: 'lines', text: (b) => filled(b, asff, '\n') },
  {
    reader: 'asff',
    name: 'ASFF in Findings',
    plain: 'json',
    text: (b) => within({ Findings: ['@@'] }, filled(b, asff)),
  },
];
