// What the pipeline's scanners of code and of infrastructure code sent.
import type { Calendar } from '../calendar.ts';
import { checkovText, type CodeState } from './checkov.ts';
import { codeText, gitleaksText, type CodeFinding } from './sarif.ts';
import { CLOUD_REVIEWER, CODE_REVIEWER, type ScanFile } from './scan.ts';

const INJECTION = [
  'js/sql-injection',
  'src/report/filter.ts',
  '9f2c51aa',
  'error',
  'A filter reaches a query unescaped.',
] as const;
const REGEX = [
  'js/redos',
  'src/manifest/lines.ts',
  '17be0d42',
  'warning',
  'A pattern can take exponential time.',
] as const;
const COOKIE = [
  'express-cookie-no-samesite',
  'src/web/session.ts',
  'c41d7703',
  'warning',
  'A cookie names no SameSite.',
] as const;

export function code(on: Calendar): readonly ScanFile[] {
  const open = ['CKV_AWS_338 aws_cloudwatch_log_group.worker', 'CKV_AWS_20 aws_s3_bucket.assets'];
  return [
    codeql(on, 88, [
      [...INJECTION, 'new'],
      [...REGEX, 'new'],
    ]),
    codeql(on, 46, [
      [...INJECTION, 'absent'],
      [...REGEX, 'unchanged'],
    ]),
    codeql(on, 4, [
      [...INJECTION, 'absent'],
      [...REGEX, 'absent'],
    ]),
    semgrep(on, 67, [[...COOKIE, 'new']]),
    semgrep(on, 25, [[...COOKIE, 'absent']]),
    semgrep(on, 3, [[...COOKIE, 'absent']]),
    ...(
      [
        ['api', 32],
        ['web', 4],
      ] as const
    ).map(([repository, daysAgo]): ScanFile => ({
      filename: `gitleaks-${repository}-${on.ago(daysAgo)}.sarif`,
      daysAgo,
      arrived: '11:15',
      text: gitleaksText(repository),
      method: 'ci',
      acceptedBy: CODE_REVIEWER,
    })),
    checkov(on, 81, {
      failed: [
        'CKV_AWS_18 aws_s3_bucket.exports',
        'CKV_AWS_79 aws_launch_template.workers',
        ...open.slice(0, 1),
      ],
      unparsed: [],
    }),
    checkov(on, 53, {
      failed: ['CKV_AWS_18 aws_s3_bucket.exports', ...open.slice(0, 1)],
      unparsed: ['/modules/queue/main.tf'],
    }),
    checkov(on, 26, { failed: ['CKV_AWS_23 aws_security_group.worker'], unparsed: [] }),
    checkov(on, 6, { failed: ['CKV_AWS_20 aws_s3_bucket.assets'], unparsed: [] }),
    { ...checkov(on, 1, { failed: open, unparsed: [] }), ends: 'waiting' },
  ];
}

function codeql(on: Calendar, daysAgo: number, findings: readonly CodeFinding[]): ScanFile {
  return {
    filename: `codeql-api-${on.ago(daysAgo)}.sarif`,
    daysAgo,
    arrived: '11:10',
    text: codeText({ tool: 'CodeQL', version: '2.23.1', repository: 'api', day: on.ago(daysAgo), findings }),
    method: 'ci',
    acceptedBy: CODE_REVIEWER,
  };
}

function semgrep(on: Calendar, daysAgo: number, findings: readonly CodeFinding[]): ScanFile {
  return {
    filename: `semgrep-web-${on.ago(daysAgo)}.sarif`,
    daysAgo,
    arrived: '11:12',
    text: codeText({
      tool: 'Semgrep OSS',
      version: '1.139.0',
      repository: 'web',
      day: on.ago(daysAgo),
      findings,
    }),
    method: 'ci',
    acceptedBy: CODE_REVIEWER,
  };
}

function checkov(on: Calendar, daysAgo: number, state: Pick<CodeState, 'failed' | 'unparsed'>): ScanFile {
  return {
    filename: `checkov-infrastructure-${on.ago(daysAgo)}.json`,
    daysAgo,
    arrived: '13:30',
    text: checkovText({
      ...state,
      skipped: { 'CKV_AWS_50 aws_lambda_function.webhook_relay': 'Replaced by a queue next quarter.' },
    }),
    method: 'ci',
    acceptedBy: CLOUD_REVIEWER,
  };
}
