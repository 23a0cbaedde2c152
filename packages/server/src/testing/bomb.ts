// A workbook that is small on the way and enormous when it is opened (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16).
import { crc32, deflateRawSync } from 'node:zlib';

/** An archive whose one part holds so many mebibytes of blanks. */
export function bombedWorkbook(mebibytes: number): Uint8Array<ArrayBuffer> {
  const data = Buffer.alloc(mebibytes * 1024 * 1024, ' ');
  const packed = deflateRawSync(data);
  const path = Buffer.from('xl/workbook.xml');
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(crc32(data), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(data.length, 18);
  shared.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, path, packed]);
  const directory = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    shared,
    Buffer.alloc(14),
    path,
  ]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(local.length, 12);
  return new Uint8Array(Buffer.concat([local, directory, Buffer.from('PK\u0005\u0006'), end]));
}
