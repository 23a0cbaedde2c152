// A screenshot that somebody might send: a settings page as a small PNG, drawn here because no real one may be used.
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 480;
const HEIGHT = 200;

/** Left, top, width, height and shade (0 black, 255 white) of each box. */
const BOXES: readonly (readonly [number, number, number, number, number])[] = [
  [0, 0, 480, 28, 60],
  [12, 8, 90, 12, 220],
  [0, 28, 110, 172, 225],
  [12, 44, 80, 8, 150],
  [12, 64, 64, 8, 150],
  [12, 84, 72, 8, 90],
  [130, 44, 180, 12, 80],
  [130, 76, 120, 8, 150],
  [300, 70, 120, 20, 200],
  [304, 76, 60, 8, 60],
  [130, 108, 150, 8, 150],
  [300, 102, 120, 20, 200],
  [130, 160, 70, 22, 110],
];

/** Shows one timeout, and neither account nor day. */
export function sessionPicture(): Uint8Array {
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT, 245);
  for (let y = 0; y < HEIGHT; y += 1) rows[y * (WIDTH + 1)] = 0;
  for (const [left, top, width, height, shade] of BOXES)
    for (let y = top; y < top + height; y += 1)
      rows.fill(shade, y * (WIDTH + 1) + 1 + left, y * (WIDTH + 1) + 1 + left + width);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  // Eight bits of grey, nothing interlaced.
  head[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
