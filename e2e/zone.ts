// A name server of one machine: it answers TXT records that a test has written, and nothing else (RFC 1035).
import { createSocket } from 'node:dgram';

export interface Zone {
  readonly address: string;
  readonly records: Map<string, string>;
  close(): void;
}

export async function openZone(): Promise<Zone> {
  const records = new Map<string, string>();
  const socket = createSocket('udp4');
  socket.on('message', (question, { port, address }) =>
    socket.send(answerTo(question, records), port, address),
  );
  await new Promise<void>((resolve) => {
    socket.bind(0, '127.0.0.1', resolve);
  });
  return { address: `127.0.0.1:${socket.address().port}`, records, close: () => socket.close() };
}

/** The question as it came, with one answer or with none (NXDOMAIN). */
function answerTo(question: Buffer, records: ReadonlyMap<string, string>): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const text = records.get(labels.join('.').toLowerCase());
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(text === undefined ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(text === undefined ? 0 : 1, 6);
  head.writeUInt32BE(0, 8);
  const asked = question.subarray(12, at + 5);
  if (text === undefined) return Buffer.concat([head, asked]);
  const bytes = Buffer.from(text, 'latin1');
  const answer = Buffer.alloc(13);
  answer.writeUInt16BE(0xc00c, 0);
  answer.writeUInt16BE(16, 2);
  answer.writeUInt16BE(1, 4);
  answer.writeUInt32BE(0, 6);
  answer.writeUInt16BE(bytes.length + 1, 10);
  answer.writeUInt8(bytes.length, 12);
  return Buffer.concat([head, asked, answer, bytes]);
}
