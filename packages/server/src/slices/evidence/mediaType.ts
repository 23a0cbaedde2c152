// The kind of a file from its first bytes and, failing that, its name; never what a stranger claims.

const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'application/pdf'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^PK\x03\x04/, 'application/zip'],
  [/^\x1f\x8b/, 'application/gzip'],
  [/^(\xef\xbb\xbf)?\s*<\?xml/, 'application/xml'],
  [/^(\xef\xbb\xbf)?\s*[[{]/, 'application/json'],
];
const BY_NAME: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  md: 'text/markdown',
  txt: 'text/plain',
  log: 'text/plain',
  html: 'text/html',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  sarif: 'application/json',
  ndjson: 'application/x-ndjson',
};
const OFFICE: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** Media type to store; files are always served as attachments, whatever this says. */
export function mediaTypeOf(head: Uint8Array, filename: string): string {
  const text = Buffer.from(head.subarray(0, 256)).toString('latin1');
  const extension = filename.toLowerCase().split('.').at(-1) ?? '';
  const found = SIGNATURES.find(([pattern]) => pattern.test(text))?.[1];
  if (found === 'application/zip') return OFFICE[extension] ?? found;
  return found ?? BY_NAME[extension] ?? 'application/octet-stream';
}
