// Every snippet of the guides that is marked `sh run` is run, in order, against a server of its own.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from '../case.ts';
import { shell } from '../shell.ts';
import { entry, fieldOf, serve, stop, temporary } from '../server.ts';

const guides = fileURLToPath(new URL('../../docs/guides/', import.meta.url));

export const guideCases: readonly Case[] = readdirSync(guides)
  .filter((name) => name.endsWith('.md') && snippetsOf(name).length > 0)
  .map((name) => ({ name: `guides: ${name} does what it says`, run: () => follow(name) }));

async function follow(name: string): Promise<void> {
  const place = temporary();
  const data = join(place.path, 'data');
  const served = await serve(data, { demo: true });
  try {
    const note: unknown = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8'));
    const bin = join(place.path, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'assay'), `#!/bin/sh\nexec '${process.execPath}' '${entry}' "$@"\n`);
    chmodSync(join(bin, 'assay'), 0o755);
    const script = `set -e\n${snippetsOf(name).join('\n')}`;
    const end = await shell(script, {
      cwd: place.path,
      env: {
        PATH: `${bin}:${process.env['PATH'] ?? ''}`,
        HOME: place.path,
        ASSAY_DATA: data,
        ASSAY_URL: served.origin,
        ASSAY_TOKEN: String(fieldOf(note, 'token')),
        ASSAY_ORG: 'harbourline',
      },
    });
    assert.equal(end.code, 0, `${name}:\n${end.said}`);
  } finally {
    await stop(served);
    place.remove();
  }
}

function snippetsOf(name: string): readonly string[] {
  const text = readFileSync(join(guides, name), 'utf8');
  return [...text.matchAll(/^```sh run\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
}
