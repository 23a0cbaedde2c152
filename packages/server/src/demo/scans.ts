// Scanner files of the demo company, written by us in the tools' own formats, so that the demo goes
// the same way as a user's data.
import { addDays, dayOfDate, type PlainDate } from '@assay/core';

export interface ScanFile {
  readonly filename: string;
  readonly daysAgo: number;
  readonly text: string;
}

const ACCOUNT = '410293847561';

/** What Prowler says: check, service, severity, subjects that pass, subjects that fail, subjects for a person to look at. */
const CLOUD: readonly (readonly [
  string,
  string,
  string,
  readonly string[],
  readonly string[],
  (readonly string[])?,
])[] = [
  ['iam_root_mfa_enabled', 'iam', 'Critical', ['root'], []],
  [
    'iam_user_mfa_enabled_console_access',
    'iam',
    'High',
    ['user/ines', 'user/marek', 'user/adaeze', 'user/joris'],
    [],
  ],
  [
    'iam_rotate_access_key_90_days',
    'iam',
    'Medium',
    ['user/ci-deploy', 'user/backup'],
    ['user/legacy-import'],
  ],
  ['iam_password_policy_minimum_length_14', 'iam', 'Medium', ['password-policy'], []],
  [
    'iam_policy_no_administrative_privileges',
    'iam',
    'High',
    ['policy/deploy', 'policy/read-only', 'policy/support'],
    [],
  ],
  [
    's3_bucket_default_encryption',
    's3',
    'Medium',
    ['harbourline-invoices', 'harbourline-exports', 'harbourline-logs', 'harbourline-assets'],
    [],
  ],
  [
    's3_bucket_level_public_access_block',
    's3',
    'High',
    ['harbourline-invoices', 'harbourline-exports', 'harbourline-logs'],
    ['harbourline-assets'],
  ],
  [
    's3_bucket_secure_transport_policy',
    's3',
    'Medium',
    ['harbourline-invoices', 'harbourline-exports', 'harbourline-logs', 'harbourline-assets'],
    [],
  ],
  ['rds_instance_storage_encrypted', 'rds', 'Medium', ['db/schedule', 'db/billing'], []],
  ['rds_instance_multi_az', 'rds', 'Medium', ['db/schedule', 'db/billing'], []],
  ['rds_instance_backup_enabled', 'rds', 'Medium', ['db/schedule', 'db/billing'], []],
  ['cloudtrail_multi_region_enabled', 'cloudtrail', 'High', ['trail/organisation'], []],
  ['cloudtrail_logs_s3_bucket_access_logging_enabled', 'cloudtrail', 'Medium', ['trail/organisation'], []],
  ['cloudtrail_log_file_validation_enabled', 'cloudtrail', 'Medium', ['trail/organisation'], []],
  ['guardduty_is_enabled', 'guardduty', 'Medium', ['detector/eu-west-1', 'detector/eu-central-1'], []],
  ['vpc_flow_logs_enabled', 'vpc', 'Medium', ['vpc/production', 'vpc/staging'], []],
  [
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22',
    'ec2',
    'High',
    ['sg/web', 'sg/worker', 'sg/database'],
    [],
  ],
  ['elbv2_ssl_listeners', 'elbv2', 'Medium', ['lb/public', 'lb/partner'], []],
  [
    'ecr_repositories_scan_images_on_push_enabled',
    'ecr',
    'Medium',
    ['repo/api', 'repo/worker', 'repo/web'],
    [],
  ],
  ['kms_cmk_rotation_enabled', 'kms', 'Medium', ['key/data', 'key/backup'], []],
  ['ec2_instance_imdsv2_enabled', 'ec2', 'High', ['i-0a11', 'i-0a12'], []],
  ['account_maintain_current_contact_details', 'account', 'Medium', [], [], ['account']],
  ['backup_vaults_exist', 'backup', 'Low', ['vault/daily'], []],
];

/** All scans that the demo company has sent. */
export function demoScans(today: PlainDate): readonly ScanFile[] {
  return [
    {
      filename: 'prowler-output.ocsf.json',
      daysAgo: 9,
      text: prowler(addDays(today, -9), ['user/legacy-import']),
    },
    { filename: 'prowler-output.ocsf.json', daysAgo: 1, text: prowler(addDays(today, -1), []) },
    { filename: 'trivy-api.json', daysAgo: 2, text: trivy(addDays(today, -2)) },
    { filename: 'codeql.sarif', daysAgo: 3, text: codeql(addDays(today, -3)) },
    { filename: 'junit-release-4.12.xml', daysAgo: 3, text: junit(addDays(today, -3)) },
    { filename: 'devices.sarif', daysAgo: 40, text: oldDevices(addDays(today, -40)) },
  ];
}

function prowler(day: PlainDate, alsoFailing: readonly string[]): string {
  const seconds = dayOfDate(day) * 86_400 + 5 * 3600;
  const finding = (check: (typeof CLOUD)[number], subject: string, status: string): object => ({
    message: `${check[0].replaceAll('_', ' ')}: ${subject} ${status === 'PASS' ? 'meets the check' : status === 'FAIL' ? 'does not meet the check' : 'needs a person to look'}.`,
    metadata: {
      event_code: check[0],
      product: { name: 'Prowler', vendor_name: 'Prowler', version: '5.14.0' },
      version: '1.5.0',
    },
    severity: check[2],
    status: 'New',
    status_code: status,
    status_detail: `${subject}: ${status}`,
    finding_info: {
      created_time: seconds,
      created_time_dt: `${day}T05:00:00`,
      title: check[0],
      uid: `prowler-aws-${check[0]}-${subject}`,
    },
    resources: [
      {
        uid: `arn:aws:${check[1]}:eu-west-1:${ACCOUNT}:${subject}`,
        name: subject,
        region: 'eu-west-1',
        group: { name: check[1] },
      },
    ],
    class_uid: 2004,
    class_name: 'Detection Finding',
    cloud: {
      provider: 'aws',
      region: 'eu-west-1',
      account: { uid: ACCOUNT, name: 'harbourline-production' },
    },
    time: seconds,
    time_dt: `${day}T05:00:00`,
  });
  const findings = CLOUD.flatMap((check) => [
    ...check[3].map((subject) => finding(check, subject, alsoFailing.includes(subject) ? 'FAIL' : 'PASS')),
    ...check[4].map((subject) => finding(check, subject, 'FAIL')),
    ...(check[5] ?? []).map((subject) => finding(check, subject, 'MANUAL')),
  ]);
  return `${JSON.stringify(findings, null, 1)}\n`;
}

function trivy(day: PlainDate): string {
  return `${JSON.stringify(
    {
      SchemaVersion: 2,
      CreatedAt: `${day}T05:20:00Z`,
      ArtifactName: 'registry/harbourline/api:4.12.0',
      ArtifactType: 'container_image',
      Results: [
        { Target: 'registry/harbourline/api:4.12.0 (debian 12.9)', Class: 'os-pkgs', Type: 'debian' },
        { Target: 'app/package-lock.json', Class: 'lang-pkgs', Type: 'npm' },
      ],
    },
    null,
    1,
  )}\n`;
}

function codeql(day: PlainDate): string {
  return `${JSON.stringify(
    {
      version: '2.1.0',
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      runs: [
        {
          tool: {
            driver: { name: 'CodeQL', semanticVersion: '2.23.1', rules: [{ id: 'js/sql-injection' }] },
          },
          automationDetails: { id: 'harbourline/api' },
          invocations: [{ executionSuccessful: true, endTimeUtc: `${day}T11:02:00Z` }],
          results: [],
        },
      ],
    },
    null,
    1,
  )}\n`;
}

function junit(day: PlainDate): string {
  const cases = [
    'creates a booking',
    'refuses a booking without a slot',
    'keeps tenants apart',
    'rounds demurrage to cents',
    'exports the manifest',
  ]
    .map((name) => `    <testcase classname="schedule.booking" name="${name}" time="0.04"/>`)
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite name="release 4.12" tests="5" failures="0" errors="0" timestamp="${day}T11:10:00">\n${cases}\n  </testsuite>\n</testsuites>\n`;
}

/** The device report stopped coming five weeks ago: stale, and shown so. */
function oldDevices(day: PlainDate): string {
  return `${JSON.stringify(
    {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'osquery-report', version: '5.16' } },
          automationDetails: { id: 'devices' },
          invocations: [{ executionSuccessful: true, endTimeUtc: `${day}T06:00:00Z` }],
          results: [
            {
              ruleId: 'disk-encryption',
              kind: 'pass',
              message: { text: '58 of 58 devices' },
              locations: [{ logicalLocations: [{ fullyQualifiedName: 'fleet' }] }],
            },
            {
              ruleId: 'screen-lock',
              kind: 'pass',
              message: { text: '58 of 58 devices' },
              locations: [{ logicalLocations: [{ fullyQualifiedName: 'fleet' }] }],
            },
            {
              ruleId: 'os-current',
              kind: 'review',
              message: { text: '3 devices did not report' },
              locations: [{ logicalLocations: [{ fullyQualifiedName: 'fleet' }] }],
            },
          ],
        },
      ],
    },
    null,
    1,
  )}\n`;
}
