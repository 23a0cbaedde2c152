// The checks that Prowler runs in the demo, what each says of a resource that passes and one that fails,
// and the days on which something was not as it should be.
import type { Thing } from './estate.ts';

/** Check, severity, what it looks at, what it says of a good one and of a bad one. */
export type CloudCheck = readonly [string, 'Critical' | 'High' | 'Medium' | 'Low', Thing, string, string];

export const CLOUD_CHECKS: readonly CloudCheck[] = [
  ['iam_root_mfa_enabled', 'Critical', 'account', 'has MFA on its root user', 'has no MFA on its root user'],
  ['iam_no_root_access_key', 'Critical', 'account', 'has no root access key', 'has a root access key'],
  ['iam_avoid_root_usage', 'High', 'account', 'did not use root lately', 'used root in the last day'],
  [
    'iam_password_policy_minimum_length_14',
    'Medium',
    'account',
    'asks for 14 characters',
    'allows short ones',
  ],
  ['iam_password_policy_reuse_24', 'Medium', 'account', 'forbids reuse', 'allows reuse of passwords'],
  [
    'iam_user_mfa_enabled_console_access',
    'High',
    'user',
    'has MFA for the console',
    'has no MFA for the console',
  ],
  [
    'iam_rotate_access_key_90_days',
    'Medium',
    'key',
    'has a key younger than 90 days',
    'has a key older than 90 days',
  ],
  ['iam_user_accesskey_unused', 'Medium', 'key', 'used its key in 45 days', 'has a key unused for 45 days'],
  [
    'iam_inline_policy_allows_privilege_escalation',
    'High',
    'policy',
    'allows no escalation',
    'allows escalation',
  ],
  [
    'iam_customer_attached_policy_no_administrative_privileges',
    'High',
    'policy',
    'is not all-powerful',
    'grants everything',
  ],
  [
    's3_bucket_default_encryption',
    'Medium',
    'bucket',
    'is encrypted by default',
    'is not encrypted by default',
  ],
  ['s3_bucket_public_access', 'Critical', 'bucket', 'is not public', 'can be read by anybody'],
  ['s3_bucket_object_versioning', 'Medium', 'bucket', 'keeps versions', 'keeps no versions'],
  ['s3_bucket_secure_transport_policy', 'Medium', 'bucket', 'refuses plain HTTP', 'accepts plain HTTP'],
  ['s3_bucket_lifecycle_enabled', 'Low', 'bucket', 'has a lifecycle', 'has no lifecycle'],
  ['rds_instance_storage_encrypted', 'High', 'database', 'is encrypted at rest', 'is not encrypted at rest'],
  ['rds_instance_transport_encrypted', 'High', 'database', 'asks for TLS', 'does not ask for TLS'],
  ['rds_instance_multi_az', 'Medium', 'database', 'runs in two zones', 'runs in one zone'],
  ['rds_instance_backup_enabled', 'Medium', 'database', 'has automated backups', 'has no automated backups'],
  ['rds_instance_no_public_access', 'Critical', 'database', 'has no public address', 'has a public address'],
  [
    'rds_instance_copy_tags_to_snapshots',
    'Low',
    'database',
    'copies tags to snapshots',
    'loses tags in snapshots',
  ],
  ['rds_instance_inside_vpc', 'Medium', 'database', 'is inside the network', 'is outside the network'],
  [
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22',
    'High',
    'group',
    'keeps SSH closed',
    'opens SSH to the internet',
  ],
  [
    'ec2_securitygroup_allow_ingress_from_internet_to_any_port',
    'High',
    'group',
    'opens no other port',
    'opens a port to the internet',
  ],
  ['ec2_ebs_volume_encryption', 'Medium', 'volume', 'is encrypted', 'is not encrypted'],
  ['ec2_ebs_volume_protected_by_backup_plan', 'Low', 'volume', 'is in a backup plan', 'is in no backup plan'],
  ['elbv2_logging_enabled', 'Medium', 'balancer', 'writes access logs', 'writes no access logs'],
  ['elbv2_ssl_listeners', 'Medium', 'balancer', 'listens with TLS only', 'listens without TLS'],
  [
    'acm_certificates_expiration_check',
    'High',
    'certificate',
    'is valid for 30 days and more',
    'ends within 30 days',
  ],
  [
    'elasticache_redis_cluster_in_transit_encryption_enabled',
    'Medium',
    'cache',
    'asks for TLS',
    'does not ask for TLS',
  ],
  ['kms_cmk_rotation_enabled', 'Medium', 'cmk', 'rotates every year', 'does not rotate'],
  ['kms_cmk_not_deleted_unintentionally', 'Critical', 'cmk', 'is not to be deleted', 'is to be deleted'],
  ['awslambda_function_not_publicly_accessible', 'High', 'function', 'is not public', 'is public'],
  [
    'awslambda_function_using_supported_runtimes',
    'Medium',
    'function',
    'has a supported runtime',
    'has an old runtime',
  ],
  ['ecr_repositories_not_publicly_accessible', 'High', 'repository', 'is private', 'is public'],
  [
    'ecr_repositories_scan_images_on_push_enabled',
    'Medium',
    'repository',
    'scans on push',
    'does not scan on push',
  ],
  ['cloudtrail_multi_region_enabled', 'High', 'trail', 'records every region', 'misses regions'],
  [
    'cloudtrail_log_file_validation_enabled',
    'Medium',
    'trail',
    'validates its files',
    'does not validate its files',
  ],
  [
    'cloudtrail_kms_encryption_enabled',
    'Medium',
    'trail',
    'is encrypted with our key',
    'is not encrypted with our key',
  ],
  ['vpc_flow_logs_enabled', 'Medium', 'network', 'has flow logs', 'has no flow logs'],
  [
    'vpc_default_security_group_closed',
    'High',
    'network',
    'keeps its default group closed',
    'has an open default group',
  ],
  [
    'vpc_subnet_no_public_ip_by_default',
    'Medium',
    'subnet',
    'gives no public addresses',
    'gives public addresses',
  ],
  ['backup_vaults_encrypted', 'Medium', 'vault', 'is encrypted', 'is not encrypted'],
  ['backup_plans_exist', 'Low', 'account', 'has a backup plan', 'has no backup plan'],
  ['guardduty_is_enabled', 'Medium', 'detector', 'is on', 'is off'],
  ['guardduty_no_high_severity_findings', 'High', 'detector', 'has no high findings', 'has high findings'],
  ['securityhub_enabled', 'High', 'account', 'has Security Hub on', 'has Security Hub off'],
  [
    'config_recorder_all_regions_enabled',
    'Medium',
    'account',
    'records configuration',
    'does not record configuration',
  ],
  [
    'cloudwatch_log_group_retention_policy_specific_days_enabled',
    'Medium',
    'logs',
    'keeps 365 days',
    'keeps too few days',
  ],
  ['cloudwatch_log_group_no_secrets_in_logs', 'Medium', 'logs', 'shows no secrets', 'shows a secret'],
  ['sns_topics_kms_encryption_at_rest_enabled', 'High', 'topic', 'is encrypted', 'is not encrypted'],
  [
    'eks_control_plane_logging_all_types_enabled',
    'Medium',
    'cluster',
    'logs its control plane',
    'does not log it all',
  ],
  [
    'eks_cluster_kms_cmk_encryption_in_secrets_enabled',
    'Medium',
    'cluster',
    'encrypts secrets',
    'does not encrypt secrets',
  ],
  [
    'account_maintain_current_contact_details',
    'Medium',
    'account',
    'has contact details',
    'needs a person to look',
  ],
  ['harbourline_owner_tag_present', 'Low', 'function', 'has an owner tag', 'has no owner tag'],
];

/** What was wrong with a resource, from one day to another, counted back from today. */
export interface Fault {
  readonly check: string;
  readonly subject: string;
  readonly from: number;
  /** Days before today on which it was mended; absent while it is open. */
  readonly mended?: number;
  readonly status?: 'MANUAL';
  readonly muted?: string;
}

export const FAULTS: readonly Fault[] = [
  { check: 's3_bucket_public_access', subject: 'harbourline-prod-assets', from: 18 },
  { check: 'iam_rotate_access_key_90_days', subject: 'legacy-import', from: 74 },
  { check: 'iam_user_accesskey_unused', subject: 'legacy-import', from: 30 },
  { check: 'iam_user_mfa_enabled_console_access', subject: 'teun.marlow', from: 80, mended: 62 },
  { check: 'rds_instance_transport_encrypted', subject: 'audit', from: 400, mended: 47 },
  { check: 's3_bucket_object_versioning', subject: 'harbourline-prod-uploads', from: 400, mended: 68 },
  {
    check: 'cloudwatch_log_group_retention_policy_specific_days_enabled',
    subject: '/app/worker',
    from: 400,
    mended: 54,
  },
  {
    check: 'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22',
    subject: 'worker',
    from: 40,
    mended: 26,
  },
  { check: 'guardduty_no_high_severity_findings', subject: 'eu-west-1', from: 33, mended: 26 },
  { check: 'kms_cmk_rotation_enabled', subject: 'logs', from: 400, mended: 61 },
  { check: 'elbv2_logging_enabled', subject: 'partner', from: 400, mended: 75 },
  {
    check: 'vpc_subnet_no_public_ip_by_default',
    subject: 'public-a',
    from: 400,
    muted:
      'Public subnet of the load balancer; accepted by Adaeze Romano until the move to a private ingress.',
  },
  {
    check: 'vpc_subnet_no_public_ip_by_default',
    subject: 'public-b',
    from: 400,
    muted:
      'Public subnet of the load balancer; accepted by Adaeze Romano until the move to a private ingress.',
  },
  { check: 'account_maintain_current_contact_details', subject: 'account', from: 400, status: 'MANUAL' },
  { check: 'harbourline_owner_tag_present', subject: 'thumbnailer', from: 50 },
  { check: 'awslambda_function_using_supported_runtimes', subject: 'webhook-relay', from: 20 },
];
