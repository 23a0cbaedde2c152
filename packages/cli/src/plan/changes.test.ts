// Options change what they name and nothing else; what cannot be meant is refused.
import { planSettingsField } from '@assay/contract';
import { branded, type PlainDate } from '@assay/core';
import { expect, test } from 'vitest';
import { changed, refuseNothing, type SettingsOptions } from './changes.ts';

const day = (text: string): PlainDate => branded<PlainDate>(text);
const HELD = planSettingsField.parse({
  option: 'iso_first',
  start: '2027-01-04',
  capacity: { security_lead: 12, founder: 2 },
  holidays: ['2027-12-24', '2027-12-31'],
  fixed: [{ task: 'stage2', on: '2027-06-01', note: 'booked' }],
  not_before: [{ task: 'stage1', on: '2027-03-01' }],
  done: [{ task: 'scope' }],
});

function refusalOf(options: SettingsOptions): string {
  try {
    changed(HELD, options);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
  return 'not refused';
}

test('a day of one task leaves every other list and task as it was', () => {
  expect(changed(HELD, { fix: [['auditor_iso', day('2027-05-03')]], because: 'agreed' })).toEqual({
    fixed: [...HELD.fixed, { task: 'auditor_iso', on: '2027-05-03', note: 'agreed' }],
  });
});

test('what is forgotten touches only the list in which it is said', () => {
  expect(changed(HELD, { free: ['stage1'] })).toEqual({ not_before: [] });
  expect(changed(HELD, { free: ['founder'] })).toEqual({ capacity: { security_lead: 12 } });
  expect(changed(HELD, { free: ['2027-12-31'] })).toEqual({ holidays: ['2027-12-24'] });
  expect(changed(HELD, { free: ['start'] })).toEqual({ start: null });
});

test('a capacity and a holiday are added to those that were said', () => {
  const more = changed(HELD, { capacity: [['it_admin', 3]], holiday: [day('2028-01-06')] });
  expect(more).toEqual({
    capacity: { security_lead: 12, founder: 2, it_admin: 3 },
    holidays: ['2027-12-24', '2027-12-31', '2028-01-06'],
  });
});

test('what is not said cannot be forgotten, a role must be one, and days of a task need a reason', () => {
  expect(refusalOf({ free: ['stage22'] })).toBe('Nothing is said of stage22. Did you mean stage2 or stage1?');
  expect(refusalOf({ capacity: [['security_leed', 3]] })).toContain('Did you mean security_lead?');
  expect(refusalOf({ days: [['stage1', [3]]] })).toBe('--days needs --because.');
});

test('a command that changes nothing is refused', () => {
  expect(() => refuseNothing(changed(HELD, { because: 'only a reason' }))).toThrow('Nothing would change.');
});
