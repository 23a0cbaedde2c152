// Settings: flag before environment before project before user; a hostile project file gets no token.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settings } from './config.ts';
import { connect } from './connection.ts';

let place = '';
const before = process.cwd();
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'assay-config-'));
  mkdirSync(join(place, 'user/assay'), { recursive: true });
  mkdirSync(join(place, 'project/deep'), { recursive: true });
  process.chdir(join(place, 'project/deep'));
});
afterEach(() => {
  process.chdir(before);
  rmSync(place, { recursive: true, force: true });
});

const project = (value: object) => writeFileSync(join(place, 'project/assay.json'), JSON.stringify(value));
const user = (value: object) => writeFileSync(join(place, 'user/assay/config.json'), JSON.stringify(value));
const environment = (more: Record<string, string> = {}) => ({
  XDG_CONFIG_HOME: join(place, 'user'),
  ...more,
});

it('takes the first layer that says something', () => {
  user({ org: 'of-user', output: 'md' });
  expect(settings({}, environment())('org')).toEqual({ from: 'user', value: 'of-user' });
  project({ org: 'of-project' });
  expect(settings({}, environment())('org')?.value).toBe('of-project');
  expect(settings({}, environment({ ASSAY_ORG: 'of-env' }))('org')?.value).toBe('of-env');
  expect(settings({ org: 'of-flag' }, environment({ ASSAY_ORG: 'of-env' }))('org')?.value).toBe('of-flag');
  expect(settings({}, environment())('output')?.value).toBe('md');
});

it('refuses a file that it does not understand, by name', () => {
  project({ orgg: 'x' });
  expect(() => settings({}, environment())).toThrow(/assay\.json cannot be used/);
  project({ token: 'secret' });
  expect(() => settings({}, environment())).toThrow(/assay\.json cannot be used/);
});

it('sends no token to an address that only a project’s file names', () => {
  project({ url: 'https://stranger.example' });
  process.env['ASSAY_TOKEN'] = 'secret';
  try {
    expect(() => connect({ data: place })).toThrow(/A token is not sent to/);
    expect(connect({ data: place, url: 'https://mine.example' }).origin).toBe('https://mine.example');
  } finally {
    delete process.env['ASSAY_TOKEN'];
  }
});
