// The second program that draws samples shares no code with the first and must agree with it on every vector.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));
const python = hasPython();

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('skipped: the second program that draws samples needs python3, which is not installed');
    return false;
  }
}

describe.skipIf(!python)('the second program that draws samples', () => {
  it('passes every vector', () => {
    const out = execFileSync('python3', [`${folder}assay_resample.py`, 'vectors', folder], { encoding: 'utf8' });
    expect(out).toMatch(/^\d{3} cases, 0 failed\n$/);
  });
});
