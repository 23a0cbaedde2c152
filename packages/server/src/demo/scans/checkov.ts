// Checkov on the infrastructure code: what passed, what failed, what its writers skipped and why.
import { jsonText } from './scan.ts';

const CHECKS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'CKV_AWS_16',
    'Database storage is encrypted',
    ['aws_db_instance.schedule', 'aws_db_instance.billing', 'aws_db_instance.audit'],
  ],
  [
    'CKV_AWS_17',
    'Databases have no public address',
    ['aws_db_instance.schedule', 'aws_db_instance.billing', 'aws_db_instance.audit'],
  ],
  [
    'CKV_AWS_18',
    'Buckets log access',
    ['aws_s3_bucket.assets', 'aws_s3_bucket.documents', 'aws_s3_bucket.exports', 'aws_s3_bucket.invoices'],
  ],
  [
    'CKV_AWS_19',
    'Buckets are encrypted',
    ['aws_s3_bucket.assets', 'aws_s3_bucket.documents', 'aws_s3_bucket.exports', 'aws_s3_bucket.invoices'],
  ],
  [
    'CKV_AWS_20',
    'Buckets are not public',
    ['aws_s3_bucket.assets', 'aws_s3_bucket.documents', 'aws_s3_bucket.exports'],
  ],
  [
    'CKV_AWS_23',
    'Rules of security groups are described',
    ['aws_security_group.web', 'aws_security_group.worker', 'aws_security_group.cache'],
  ],
  ['CKV_AWS_24', 'SSH is not open to the internet', ['aws_security_group.web', 'aws_security_group.worker']],
  [
    'CKV_AWS_50',
    'Functions are traced',
    ['aws_lambda_function.manifest_parser', 'aws_lambda_function.webhook_relay'],
  ],
  ['CKV_AWS_79', 'Instance metadata asks for a token', ['aws_launch_template.workers']],
  [
    'CKV_AWS_136',
    'Repositories are encrypted with our key',
    ['aws_ecr_repository.api', 'aws_ecr_repository.worker'],
  ],
  [
    'CKV_AWS_338',
    'Log groups keep a year',
    ['aws_cloudwatch_log_group.api', 'aws_cloudwatch_log_group.worker'],
  ],
  [
    'CKV2_AWS_5',
    'Security groups are attached',
    ['aws_security_group.web', 'aws_security_group.worker', 'aws_security_group.cache'],
  ],
];

export interface CodeState {
  /** `check resource` of what failed. */
  readonly failed: readonly string[];
  readonly skipped: Readonly<Record<string, string>>;
  readonly unparsed: readonly string[];
}

export function checkovText({ failed, skipped, unparsed }: CodeState): string {
  const all = CHECKS.flatMap(([id, name, resources]) =>
    resources.map((resource) => {
      const key = `${id} ${resource}`;
      const result = failed.includes(key) ? 'FAILED' : skipped[key] === undefined ? 'PASSED' : 'SKIPPED';
      return {
        check_id: id,
        check_name: name,
        check_result: { result, ...(skipped[key] === undefined ? {} : { suppress_comment: skipped[key] }) },
        file_path: `/${fileOf(resource)}.tf`,
        resource,
        severity: null,
      };
    }),
  );
  const list = (word: string): readonly object[] => all.filter((each) => each.check_result.result === word);
  return jsonText({
    check_type: 'terraform',
    results: {
      passed_checks: list('PASSED'),
      failed_checks: list('FAILED'),
      skipped_checks: list('SKIPPED'),
      parsing_errors: unparsed,
    },
    summary: {
      passed: list('PASSED').length,
      failed: list('FAILED').length,
      skipped: list('SKIPPED').length,
      parsing_errors: unparsed.length,
      resource_count: 21,
      checkov_version: '3.2.489',
    },
  });
}

function fileOf(resource: string): string {
  const kind = resource.split('.')[0] ?? '';
  return kind.replace(/^aws_/, '').split('_')[0] ?? 'main';
}
