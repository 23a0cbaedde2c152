// Prowler's OCSF output for one account on one day.
import { dayOfDate, type PlainDate } from '@assay/core';
import { CLOUD_CHECKS, FAULTS, type CloudCheck, type Fault } from './cloudChecks.ts';
import { arnOf, PRODUCTION, REGION, serviceOf, type Account } from './estate.ts';
import { jsonText } from './scan.ts';

interface Run {
  readonly account: Account;
  readonly day: PlainDate;
  readonly daysAgo: number;
}

export function prowlerText(run: Run): string {
  return jsonText(
    CLOUD_CHECKS.flatMap((check) =>
      run.account.things[check[2]].map((subject) => finding(run, check, subject)),
    ),
  );
}

function finding({ account, day, daysAgo }: Run, check: CloudCheck, subject: string): object {
  const [id, severity, thing, good, bad] = check;
  const fault = faultOf({ account, daysAgo }, id, subject);
  const seconds = dayOfDate(day) * 86_400 + 5 * 3600 + 720;
  const status = fault === undefined ? 'PASS' : (fault.status ?? 'FAIL');
  return {
    message: `${subject} ${fault ? bad : good}.`,
    metadata: {
      event_code: id,
      product: { name: 'Prowler', vendor_name: 'Prowler', version: '5.14.0' },
      version: '1.5.0',
    },
    severity,
    status: fault?.muted === undefined ? 'New' : 'Suppressed',
    status_id: fault?.muted === undefined ? 1 : 3,
    status_code: status,
    status_detail: `${subject} ${fault ? bad : good}.${fault?.muted === undefined ? '' : ` ${fault.muted}`}`,
    finding_info: {
      created_time: seconds,
      created_time_dt: `${day}T05:12:00`,
      title: id,
      uid: uidOf(account, id, subject),
    },
    resources: [
      {
        uid: arnOf(account, thing, subject),
        name: subject,
        region: REGION,
        group: { name: serviceOf(thing) },
      },
    ],
    class_uid: 2004,
    class_name: 'Detection Finding',
    cloud: { provider: 'aws', region: REGION, account: { uid: account.id, name: account.name } },
    time: seconds,
    time_dt: `${day}T05:12:00`,
    unmapped: { muted: fault?.muted !== undefined },
  };
}

/** Staging has only what was muted or asks a person; the rest went wrong in production. */
function faultOf(
  { account, daysAgo }: Pick<Run, 'account' | 'daysAgo'>,
  check: string,
  subject: string,
): Fault | undefined {
  return FAULTS.find(
    (each) =>
      (account === PRODUCTION || each.muted !== undefined || each.status !== undefined) &&
      each.check === check &&
      each.subject === subject &&
      daysAgo <= each.from &&
      (each.mended === undefined || daysAgo > each.mended),
  );
}

function uidOf(account: Account, check: string, subject: string): string {
  return `prowler-aws-${check}-${account.id}-${REGION}-${subject}`;
}
