// What the first Assay committed to of a version is still known as its own, and nothing else is.
import { expect, it } from 'vitest';
import { canonicalText, commitsToVersion, type JsonValue } from './index.ts';

const VERSION = {
  id: 'evd_1',
  code: 'E-2',
  revision: 3,
  title: 'Restore tried',
  kind: 'document',
  controls: ['C-90', 'C-20'],
  artefact: { sha256: '3f55', size: 52, media_type: 'text/markdown', filename: 'restore.md', revision: 2 },
  performed_at: '2026-08-11',
  covers: null,
  captured_at: null,
  received_at: '2026-12-01T17:33:58.608Z',
  import: null,
  collected_by: 'Local owner',
  method: 'upload',
  source: 'person',
  review: { state: 'pending' },
  withdrawn: false,
  note: 'A slip of two digits',
  changed_by: 'Local owner',
  known_from: '2026-12-01T17:34:07.817Z',
};
// As the entry of that version has it in packages/server/src/testing/fixtures/first.
const FIRST =
  '{"artefact":"3f55","by":"Local owner","captured_at":null,"code":"E-2","controls":["C-20","C-90"],"covers":null,"kind":"document","performed_at":"2026-08-11","received_at":"2026-12-01T17:33:58.608Z","review":"pending","revision":3,"title":"Restore tried","withdrawn":false}';
const FIRST_OF_ALL =
  '{"artefact":"3f55","captured_at":null,"code":"E-2","controls":["C-20","C-90"],"covers":null,"kind":"document","performed_at":"2026-08-11","received_at":"2026-12-01T17:33:58.608Z","title":"Restore tried"}';

it('knows the whole document and both forms of the first Assay', () => {
  expect(commitsToVersion(textOf(VERSION), VERSION)).toBe(true);
  expect(commitsToVersion(FIRST, VERSION)).toBe(true);
  expect(commitsToVersion(FIRST_OF_ALL, { ...VERSION, revision: 1 })).toBe(true);
});

it('takes no form for another version, and no other part of the document', () => {
  expect(commitsToVersion(FIRST_OF_ALL, VERSION)).toBe(false);
  expect(commitsToVersion(FIRST, { ...VERSION, revision: 1 })).toBe(false);
  expect(commitsToVersion('{}', VERSION)).toBe(false);
  expect(commitsToVersion('', {})).toBe(false);
});

it.each([
  { title: 'Restored' },
  { controls: ['C-20'] },
  { artefact: { ...VERSION.artefact, sha256: '3f56' } },
  { review: { state: 'accepted' } },
  { withdrawn: true },
  { changed_by: 'Somebody' },
  { performed_at: '2026-08-12' },
])('finds what was changed of what the first Assay said: %j', (changed) => {
  expect(commitsToVersion(FIRST, { ...VERSION, ...changed })).toBe(false);
});

function textOf(value: JsonValue): string {
  const text = canonicalText(value);
  return text.ok ? text.value : '';
}
