// AWS Security Hub's findings (ASFF). The catalogue has no mapping for Security Hub, so most of its
// controls wait for the company to say what they speak for.
import type { PlainDate } from '@assay/core';
import { arnOf, PRODUCTION, REGION, type Thing } from './estate.ts';
import { jsonText } from './scan.ts';

const CONTROLS: readonly (readonly [string, string, Thing, 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'])[] = [
  ['CloudTrail.1', 'CloudTrail records management events in every region', 'trail', 'HIGH'],
  ['CloudTrail.2', 'CloudTrail is encrypted at rest', 'trail', 'MEDIUM'],
  ['CloudTrail.4', 'CloudTrail validates its log files', 'trail', 'LOW'],
  ['Config.1', 'AWS Config is on and records', 'account', 'CRITICAL'],
  ['EC2.2', 'Default security groups allow no traffic', 'network', 'HIGH'],
  ['EC2.6', 'Flow logs are on in every network', 'network', 'MEDIUM'],
  ['EC2.15', 'Subnets assign no public addresses by themselves', 'subnet', 'MEDIUM'],
  ['ECR.1', 'Private repositories scan images', 'repository', 'HIGH'],
  ['EKS.2', 'Clusters run a supported version', 'cluster', 'HIGH'],
  ['ELB.5', 'Load balancers log access', 'balancer', 'MEDIUM'],
  ['GuardDuty.1', 'GuardDuty is on', 'detector', 'HIGH'],
  ['IAM.3', 'Access keys are rotated within 90 days', 'key', 'MEDIUM'],
  ['IAM.5', 'Console users have MFA', 'user', 'MEDIUM'],
  ['IAM.9', 'The root user has MFA', 'account', 'CRITICAL'],
  ['KMS.4', 'Keys rotate', 'cmk', 'MEDIUM'],
  ['Lambda.2', 'Functions use supported runtimes', 'function', 'MEDIUM'],
  ['RDS.3', 'Databases are encrypted at rest', 'database', 'MEDIUM'],
  ['RDS.5', 'Databases run in several zones', 'database', 'MEDIUM'],
  ['RDS.11', 'Databases have automatic backups', 'database', 'MEDIUM'],
  ['S3.5', 'Buckets refuse requests without TLS', 'bucket', 'MEDIUM'],
  ['S3.8', 'Buckets block public access', 'bucket', 'HIGH'],
  ['SNS.1', 'Topics are encrypted at rest', 'topic', 'MEDIUM'],
];

/** Findings that did not pass: control, resource, what Security Hub says, and its word on the work. */
const OTHERS: Readonly<Record<string, readonly [string, string]>> = {
  'S3.8 harbourline-prod-assets': ['FAILED', 'NEW'],
  'IAM.3 legacy-import': ['FAILED', 'NOTIFIED'],
  'EC2.15 public-a': ['FAILED', 'SUPPRESSED'],
  'EC2.15 public-b': ['FAILED', 'SUPPRESSED'],
  'Lambda.2 webhook-relay': ['FAILED', 'NEW'],
  'EKS.2 production': ['WARNING', 'NEW'],
  'SNS.1 billing-events': ['NOT_AVAILABLE', 'NEW'],
};

export function securityHubText(day: PlainDate): string {
  return jsonText({
    Findings: CONTROLS.flatMap(([control, title, thing, severity]) =>
      PRODUCTION.things[thing].map((name) => {
        const [status, workflow] = OTHERS[`${control} ${name}`] ?? ['PASSED', 'RESOLVED'];
        return {
          SchemaVersion: '2018-10-08',
          Id: `arn:aws:securityhub:${REGION}:${PRODUCTION.id}:security-control/${control}/finding/${name}`,
          ProductArn: `arn:aws:securityhub:${REGION}::product/aws/securityhub`,
          GeneratorId: `security-control/${control}`,
          AwsAccountId: PRODUCTION.id,
          Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
          FirstObservedAt: `${day}T03:40:00.000Z`,
          LastObservedAt: `${day}T03:40:00.000Z`,
          CreatedAt: `${day}T03:40:00.000Z`,
          UpdatedAt: `${day}T03:42:00.000Z`,
          Severity: { Label: status === 'PASSED' ? 'INFORMATIONAL' : severity },
          Title: title,
          Resources: [{ Type: 'Other', Id: arnOf(PRODUCTION, thing, name), Region: REGION }],
          Compliance: {
            Status: status,
            SecurityControlId: control,
            ...(status === 'NOT_AVAILABLE'
              ? {
                  StatusReasons: [
                    { ReasonCode: 'CONFIG_RETURNS_NOT_APPLICABLE', Description: 'Nothing to look at.' },
                  ],
                }
              : {}),
          },
          Workflow: { Status: workflow },
          RecordState: 'ACTIVE',
        };
      }),
    ),
  });
}
