import { describe, expect, test } from 'vitest';
import { parseInstant, type Instant } from '../kernel/index.ts';
import { runKey, standing, type WholeList } from './runs.ts';

const at = (day: string): Instant => {
  const instant = parseInstant(`${day}T06:00:00.000Z`);
  if (!instant) throw new Error(day);
  return instant;
};
const run = (id: string, key: string | undefined, day: string): WholeList => ({ id, key, at: at(day) });

describe('a list takes the place of the list before it', () => {
  test('of the same thing, by its time and not by its arrival', () => {
    const runs = [
      run('b', 'api', '2026-05-02'),
      run('a', 'api', '2026-05-01'),
      run('c', 'web', '2026-04-01'),
    ];
    expect([...standing(runs)]).toEqual(['b', 'c']);
  });

  test('and at one instant the later id', () => {
    expect([...standing([run('a', 'api', '2026-05-01'), run('b', 'api', '2026-05-01')])]).toEqual(['b']);
  });

  test('while what is no whole list always speaks', () => {
    expect(standing([run('a', undefined, '2026-05-01'), run('b', undefined, '2026-05-02')]).size).toBe(2);
  });
});

describe('what was looked at', () => {
  const key = (scope: string): string => runKey({ reader: 'trivy', tool: 'trivy', scope });

  test.each([
    ['registry.example/api:4.12.0', 'registry.example/api:4.13.0'],
    ['registry.example/api:v2', 'registry.example/api'],
    ['api:3f2a9c1', 'api:2026-06-01'],
    [`api@sha256:${'a'.repeat(64)}`, 'api'],
  ])('%s and %s are one image', (a, b) => {
    expect(key(a)).toBe(key(b));
  });

  test.each([
    ['api:prod', 'api:staging'],
    ['api:4.12.0', 'worker:4.12.0'],
    ['registry.example:5000/api', 'registry.example:6000/api'],
  ])('%s and %s are two', (a, b) => {
    expect(key(a)).not.toBe(key(b));
  });

  test('two tools never replace each other', () => {
    expect(runKey({ reader: 'sarif', tool: 'codeql', scope: 'api' })).not.toBe(
      runKey({ reader: 'sarif', tool: 'semgrep', scope: 'api' }),
    );
  });
});
