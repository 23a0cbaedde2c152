// A row of the trail as other systems take it: RFC 5424 syslog, or an OCSF event.
import type { Instant } from '../kernel/index.ts';
import { millisOfInstant } from '../kernel/index.ts';
import type { TrailOrigin } from './trail.ts';

export interface StreamedAct {
  /** Short name of the organisation. */
  readonly organisation: string;
  readonly index: number;
  readonly at: Instant;
  readonly action: string;
  readonly object: string;
  readonly reason: string | null;
  readonly trail: TrailOrigin | null;
}

/** Facility 13 (log audit), severity 6 (informational): RFC 5424 section 6.2.1. */
const PRIORITY = 13 * 8 + 6;
/** The number that RFC 5612 keeps for examples and documents; nobody owns it. */
const ENTERPRISE = 32473;

/** RFC 5424: a header, one element of structured data, and a sentence. */
export function syslogLine(act: StreamedAct, host: string): string {
  const { trail } = act;
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['organisation', act.organisation],
    ['index', String(act.index)],
    ['action', act.action],
    ['object', act.object],
    ['actor', trail?.actor],
    ['actorName', trail?.actorName],
    ['onBehalfOf', trail?.onBehalfOf],
    ['via', trail?.via],
    ['viaId', trail?.viaId],
    ['request', trail?.requestId],
    ['address', trail?.address],
    ['reason', act.reason],
  ];
  const data = fields
    .flatMap(([name, value]) => (typeof value === 'string' ? [`${name}="${quoted(value)}"`] : []))
    .join(' ');
  const name = (text: string, most: number): string =>
    text.replace(/[^\x21-\x7e]/g, '_').slice(0, most) || '-';
  return `<${PRIORITY}>1 ${act.at} ${name(host, 255)} assay - ${name(act.action, 32)} [trail@${ENTERPRISE} ${data}] \uFEFF${oneLine(`${trail?.actorName ?? 'somebody'}: ${act.action} ${act.object}`)}`;
}

/** OCSF 1.3, class 3004 (Entity Management) of category 3 (Identity and Access Management). */
export function ocsfEvent(act: StreamedAct, version: string): string {
  const { trail } = act;
  const activity = ACTIVITIES.find(([verbs]) => verbs.test(act.action))?.[1] ?? OTHER;
  return JSON.stringify({
    category_uid: 3,
    class_uid: 3004,
    activity_id: activity,
    type_uid: 300_400 + activity,
    ...(activity === OTHER ? { activity_name: act.action } : {}),
    time: millisOfInstant(act.at),
    severity_id: 1,
    status_id: 1,
    metadata: {
      version: '1.3.0',
      product: { name: 'Assay', vendor_name: 'Assay', version },
      uid: `${act.organisation}/${act.index}`,
      sequence: act.index,
      correlation_uid: trail?.requestId,
      tenant_uid: act.organisation,
    },
    entity: { uid: act.object, type: act.action.split('.')[0], name: act.action },
    ...(trail ? { actor: { user: { uid: trail.actor, name: trail.actorName } } } : {}),
    ...(typeof trail?.address === 'string' ? { src_endpoint: { ip: trail.address } } : {}),
    ...(act.reason === null ? {} : { comment: act.reason }),
    unmapped: { action: act.action, via: trail?.via, via_id: trail?.viaId, on_behalf_of: trail?.onBehalfOf },
  });
}

const OTHER = 99;
/** OCSF: 1 create, 3 update, 4 delete. */
const ACTIVITIES: readonly (readonly [RegExp, number])[] = [
  [/\.(added|created|declared|drafted|recorded|set|started|committed)$/, 1],
  [/\.(discarded|dropped|removed|revoked|withdrawn|undone|taken_back|retired)$/, 4],
  [/\.(changed|corrected|decided|replaced|draft_changed|reviewed|approved|closed|reopened)$/, 3],
];

/** RFC 5424 section 6.3.3: quotation mark, backslash and bracket are escaped. */
function quoted(value: string): string {
  return oneLine(value).replace(/["\\\]]/g, '\\$&');
}

function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ');
}
