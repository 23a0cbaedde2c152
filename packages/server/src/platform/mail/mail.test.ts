// What stands in a letter stays where it was put: no line break of somebody's name begins another header.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diskMail } from './mail.ts';

it('a line break in a subject, an address or an id begins no header and no second letter', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-mail-'));
  try {
    const mail = diskMail(folder, { from: 'Assay <assay@test>', origin: 'http://test' });
    const breaks = [
      '\r\nBcc: evil@evil.example',
      '\nBcc: evil@evil.example',
      '\r\n\r\n.\r\nMAIL FROM:<evil@evil.example>',
    ];
    for (const [at, hostile] of breaks.entries())
      await mail.send({
        to: `someone@test${hostile}`,
        subject: `Digest of Acme${hostile}`,
        text: 'text',
        html: '<p>text</p>',
        id: `letter-${at}@test${hostile}`,
        unsubscribe: `http://test/out${hostile}`,
      });
    const letters = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(letters).toHaveLength(breaks.length);
    for (const letter of letters) {
      const head = letter.slice(0, letter.indexOf('\r\n\r\n'));
      const names = [...head.matchAll(/^([\w-]+):/gm)].map(([, name]) => name?.toLowerCase());
      expect(names).not.toContain('bcc');
      expect(names.filter((name) => name === 'to')).toHaveLength(1);
      expect(head).not.toMatch(/^MAIL FROM/m);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
