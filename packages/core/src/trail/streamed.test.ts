import { describe, expect, it } from 'vitest';
import { parseInstant } from '../kernel/index.ts';
import { ocsfEvent, syslogLine, type StreamedAct } from './index.ts';

const at = parseInstant('2026-06-01T09:00:00Z');
if (!at) throw new Error('no instant');
const act: StreamedAct = {
  organisation: 'harbourline',
  index: 7,
  at,
  action: 'control.decided',
  object: 'C-07',
  reason: 'said "yes"\nat ]last\\',
  trail: {
    actor: 'prn_1',
    actorName: 'José',
    onBehalfOf: null,
    via: 'session',
    viaId: '00',
    requestId: 'req_1',
    address: '192.0.2.7',
  },
};

describe('syslog', () => {
  it('is one line of RFC 5424 whose values cannot break out of their quotes', () => {
    expect(syslogLine(act, 'server 1')).toBe(
      '<110>1 2026-06-01T09:00:00.000Z server_1 assay - control.decided [trail@32473 organisation="harbourline" index="7" action="control.decided" object="C-07" actor="prn_1" actorName="José" via="session" viaId="00" request="req_1" address="192.0.2.7" reason="said \\"yes\\" at \\]last\\\\"] \uFEFFJosé: control.decided C-07',
    );
  });
});

describe('OCSF', () => {
  it('is an event of entity management with who, what, when and from where', () => {
    expect(JSON.parse(ocsfEvent(act, '1.0'))).toMatchObject({
      class_uid: 3004,
      activity_id: 3,
      type_uid: 300_403,
      time: Date.parse('2026-06-01T09:00:00Z'),
      actor: { user: { uid: 'prn_1', name: 'José' } },
      src_endpoint: { ip: '192.0.2.7' },
      entity: { uid: 'C-07', type: 'control' },
    });
  });

  it('calls an act by its own name where OCSF has none', () => {
    expect(JSON.parse(ocsfEvent({ ...act, action: 'digest.sent', trail: null }, '1.0'))).toMatchObject({
      activity_id: 99,
      activity_name: 'digest.sent',
    });
  });
});
