// The cloud estate of Harbourline: two accounts, and what runs in them.
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly things: Readonly<Record<Thing, readonly string[]>>;
}

export type Thing =
  | 'account'
  | 'bucket'
  | 'user'
  | 'key'
  | 'policy'
  | 'database'
  | 'group'
  | 'balancer'
  | 'cmk'
  | 'function'
  | 'repository'
  | 'trail'
  | 'network'
  | 'subnet'
  | 'vault'
  | 'detector'
  | 'logs'
  | 'volume'
  | 'topic'
  | 'cluster'
  | 'certificate'
  | 'cache';

export const REGION = 'eu-west-1';

export const PRODUCTION: Account = {
  id: '410293847561',
  name: 'harbourline-production',
  things: {
    account: ['account'],
    bucket: ['assets', 'backups', 'documents', 'exports', 'invoices', 'logs', 'state', 'uploads'].map(
      (name) => `harbourline-prod-${name}`,
    ),
    user: ['ines.okafor', 'marek.dubois', 'adaeze.romano', 'joris.vanleeuwen', 'teun.marlow'],
    key: ['ci-deploy', 'backup-runner', 'legacy-import'],
    policy: ['deploy', 'read-only', 'support-view', 'break-glass'],
    database: ['schedule', 'billing', 'audit'],
    group: ['web', 'worker', 'database', 'cache'],
    balancer: ['public', 'partner'],
    cmk: ['data', 'backup', 'logs'],
    function: ['manifest-parser', 'webhook-relay', 'thumbnailer'],
    repository: ['api', 'worker', 'web'],
    trail: ['organisation'],
    network: ['production'],
    subnet: ['public-a', 'public-b', 'private-a', 'private-b'],
    vault: ['daily', 'monthly'],
    detector: ['eu-west-1', 'eu-central-1'],
    logs: ['/app/api', '/app/worker', '/eks/control-plane'],
    volume: ['vol-0a11', 'vol-0a12', 'vol-0a13'],
    topic: ['alerts', 'billing-events'],
    cluster: ['production'],
    certificate: ['app', 'partner'],
    cache: ['sessions'],
  },
};

export const STAGING: Account = {
  id: '582017394420',
  name: 'harbourline-staging',
  things: {
    account: ['account'],
    bucket: ['assets', 'exports', 'state'].map((name) => `harbourline-stg-${name}`),
    user: ['marek.dubois', 'adaeze.romano', 'lucia.varga'],
    key: ['ci-deploy'],
    policy: ['deploy', 'read-only'],
    database: ['schedule'],
    group: ['web', 'worker'],
    balancer: ['public'],
    cmk: ['data'],
    function: ['manifest-parser'],
    repository: ['sandbox'],
    trail: ['organisation'],
    network: ['staging'],
    subnet: ['public-a', 'private-a'],
    vault: ['daily'],
    detector: ['eu-west-1'],
    logs: ['/app/api'],
    volume: ['vol-0b21'],
    topic: ['alerts'],
    cluster: ['staging'],
    certificate: ['app'],
    cache: ['sessions'],
  },
};

const SERVICE: Readonly<Record<Thing, string>> = {
  account: 'account',
  bucket: 's3',
  user: 'iam',
  key: 'iam',
  policy: 'iam',
  database: 'rds',
  group: 'ec2',
  balancer: 'elasticloadbalancing',
  cmk: 'kms',
  function: 'lambda',
  repository: 'ecr',
  trail: 'cloudtrail',
  network: 'ec2',
  subnet: 'ec2',
  vault: 'backup',
  detector: 'guardduty',
  logs: 'logs',
  volume: 'ec2',
  topic: 'sns',
  cluster: 'eks',
  certificate: 'acm',
  cache: 'elasticache',
};

/** The name that the whole world knows a resource by. */
export function arnOf(account: Account, thing: Thing, name: string): string {
  if (thing === 'bucket') return `arn:aws:s3:::${name}`;
  if (thing === 'user' || thing === 'key') return `arn:aws:iam::${account.id}:user/${name}`;
  if (thing === 'policy') return `arn:aws:iam::${account.id}:policy/${name}`;
  if (thing === 'account') return `arn:aws:iam::${account.id}:root`;
  return `arn:aws:${SERVICE[thing]}:${REGION}:${account.id}:${thing}/${name}`;
}

export function serviceOf(thing: Thing): string {
  return SERVICE[thing];
}
