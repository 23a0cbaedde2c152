// Suggestions come from checks that are alike, name them, and are silent where nothing is.
import { expect, it } from 'vitest';
import { suggest, type Known } from './suggest.ts';

const known: readonly Known[] = [
  { key: 'prowler:s3_bucket_default_encryption', title: 'S3 buckets are encrypted', controls: ['C-50'] },
  { key: 'prowler:s3_bucket_public_access', title: 'S3 buckets are not public', controls: ['C-39'] },
  { key: 'prowler:iam_root_mfa_enabled', title: 'Root account has MFA', controls: ['C-44'] },
  { key: 'prowler:rds_instance_encrypted', title: 'RDS is encrypted', controls: ['C-50'] },
  { key: 'prowler:unmapped_thing', title: 'Unmapped', controls: [] },
];

it('leans on the check with the most telling words, and says which', () => {
  const [first] = suggest({ key: 'prowler:s3_bucket_level_public_access_block', title: '' }, known);
  expect(first).toMatchObject({ controls: ['C-39'], like: 'prowler:s3_bucket_public_access' });
  expect(first?.words).toContain('public');
});

it('gives no control twice and at most two suggestions', () => {
  const found = suggest({ key: 'x:s3_bucket_encryption_rds_encrypted', title: 'Encrypted' }, known);
  expect(found.length).toBeLessThanOrEqual(2);
  expect(new Set(found.map(({ controls }) => controls.join())).size).toBe(found.length);
});

it('does not lean on one word alone', () => {
  expect(suggest({ key: 'x:root', title: 'Root' }, known)).toEqual([]);
});

it('is silent where nothing is alike, and never leans on an unmapped check', () => {
  expect(suggest({ key: 'x:coffee_machine_descaled', title: '' }, known)).toEqual([]);
  expect(suggest({ key: 'x:unmapped_thing', title: 'Unmapped' }, known)).toEqual([]);
});
