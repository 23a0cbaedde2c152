// How an API token is written: a prefix that scanners of code know, a secret, and a checksum by which a cut or mistyped
// one is refused without a look.

const SHAPE = /^assay_([A-Za-z0-9_-]{43})([0-9a-f]{8})$/;

/** The token of a secret of 32 bytes in base64url (43 letters). */
export function tokenText(secret: string): string {
  return `assay_${secret}${checksum(secret)}`;
}

/** Whether a text is written as a token is; says nothing of whether there is such a one. */
export function isTokenText(text: string): boolean {
  const [, secret, sum] = SHAPE.exec(text) ?? [];
  return secret !== undefined && checksum(secret) === sum;
}

/** CRC-32 (ISO 3309, as in gzip) of ASCII letters, in eight hexadecimal digits. */
function checksum(text: string): string {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}
