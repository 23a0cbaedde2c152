// Each thing that can be wrong with a catalogue is found and named; our own has nothing wrong.
import { describe, expect, test } from 'vitest';
import { checkCatalogue, mergeCatalogues, type Catalogue } from './catalogue.ts';
import { requirementRef, splitRef, type Framework, type Requirement } from './framework.ts';

const requirement = (id: string, change: Partial<Requirement> = {}): Requirement => ({
  ref: requirementRef('own:1', id),
  framework: 'own:1',
  id,
  title: id,
  kind: 'control',
  group: 'all',
  leaf: true,
  ...change,
});
const framework = (requirements: readonly Requirement[]): Framework => ({
  id: 'own:1',
  name: 'own',
  edition: '1',
  title: 'Own',
  view: 'other',
  amendments: [],
  groups: [{ id: 'all', title: 'All', kind: 'theme' }],
  requirements,
  source: 'test',
});
const mapping = {
  control: 'C-1',
  to: requirementRef('own:1', 'X-1'),
  strength: 'full',
  rationale: 'it does',
  source: 'test',
} as const;
const SOUND: Catalogue = {
  frameworks: [framework([requirement('X', { leaf: false }), requirement('X-1'), requirement('X-2')])],
  controls: [{ code: 'C-1' }],
  mappings: [mapping],
  checks: [{ key: 's:a', controls: ['C-1'] }],
  notAnswerable: [{ to: requirementRef('own:1', 'X-2'), why: 'only the law can' }],
  complete: ['own:1'],
};

describe('a catalogue', () => {
  test('that is sound has no problem, and so has none at all', () => {
    expect(checkCatalogue(SOUND)).toEqual([]);
    expect(checkCatalogue(mergeCatalogues([]))).toEqual([]);
  });

  test.each([
    [
      'a framework twice',
      { frameworks: [...SOUND.frameworks, framework([])] },
      [{ code: 'catalogue.duplicate_framework', framework: 'own:1' }],
    ],
    [
      'a complete framework that is absent',
      { complete: ['own:1', 'own:2'] },
      [{ code: 'catalogue.unknown_framework', framework: 'own:2' }],
    ],
    [
      'a requirement twice',
      {
        frameworks: [
          framework([requirement('X-1'), requirement('X-2'), requirement('X-1'), requirement('X-1')]),
        ],
      },
      [{ code: 'catalogue.duplicate_requirement', ref: 'own:1/X-1' }],
    ],
    [
      'a reference that is not its id',
      { frameworks: [framework([requirement('X-1', { id: 'X-9' }), requirement('X-2')])] },
      [{ code: 'catalogue.misnamed_requirement', ref: 'own:1/X-1', expected: 'own:1/X-9' }],
    ],
    [
      'a group that is not listed',
      { frameworks: [framework([requirement('X-1'), requirement('X-2', { group: 'none' })])] },
      [{ code: 'catalogue.unknown_group', ref: 'own:1/X-2', group: 'none' }],
    ],
    [
      'a control twice',
      { controls: [{ code: 'C-1' }, { code: 'C-1' }] },
      [{ code: 'catalogue.duplicate_control', control: 'C-1' }],
    ],
    [
      'a mapping twice',
      { mappings: [mapping, mapping] },
      [{ code: 'catalogue.duplicate_mapping', control: 'C-1', to: 'own:1/X-1' }],
    ],
    [
      'a mapping of a control that is absent',
      { mappings: [mapping, { ...mapping, control: 'C-9' }] },
      [{ code: 'catalogue.mapping_without_control', control: 'C-9', to: 'own:1/X-1' }],
    ],
    [
      'a mapping to a requirement that is absent',
      { mappings: [mapping, { ...mapping, to: requirementRef('own:1', 'X-9') }] },
      [{ code: 'catalogue.mapping_without_requirement', control: 'C-1', to: 'own:1/X-9' }],
    ],
    [
      'a mapping to a heading',
      { mappings: [mapping, { ...mapping, to: requirementRef('own:1', 'X') }] },
      [{ code: 'catalogue.mapping_to_heading', control: 'C-1', to: 'own:1/X' }],
    ],
    [
      'a mapping without a reason',
      { mappings: [{ ...mapping, rationale: ' ' }] },
      [{ code: 'catalogue.mapping_without_reason', control: 'C-1', to: 'own:1/X-1' }],
    ],
    [
      'a mapping without a source',
      { mappings: [{ ...mapping, source: '' }] },
      [{ code: 'catalogue.mapping_without_reason', control: 'C-1', to: 'own:1/X-1' }],
    ],
    [
      'a check twice',
      { checks: [...SOUND.checks, ...SOUND.checks] },
      [{ code: 'catalogue.duplicate_check', check: 's:a' }],
    ],
    [
      'a check for a control that is absent',
      { checks: [{ key: 's:a', controls: ['C-1', 'C-9'] }] },
      [{ code: 'catalogue.check_without_control', check: 's:a', control: 'C-9' }],
    ],
    [
      'a requirement that nothing answers',
      { notAnswerable: [] },
      [{ code: 'catalogue.unanswered', ref: 'own:1/X-2' }],
    ],
    [
      'a requirement that is only supported',
      { mappings: [{ ...mapping, strength: 'supporting' as const }] },
      [{ code: 'catalogue.unanswered', ref: 'own:1/X-1' }],
    ],
    [
      'not answerable, yet answered',
      { notAnswerable: [...SOUND.notAnswerable, { to: mapping.to, why: 'no' }] },
      [{ code: 'catalogue.not_answerable_but_answered', ref: 'own:1/X-1' }],
    ],
    [
      'not answerable, without why',
      { notAnswerable: [{ to: requirementRef('own:1', 'X-2'), why: '' }] },
      [{ code: 'catalogue.not_answerable_without_reason', ref: 'own:1/X-2' }],
    ],
    [
      'not answerable, of nothing',
      { notAnswerable: [...SOUND.notAnswerable, { to: requirementRef('own:1', 'X-9'), why: 'no' }] },
      [{ code: 'catalogue.not_answerable_without_requirement', ref: 'own:1/X-9' }],
    ],
  ])('with %s says so', (_what, change, problems) => {
    expect(checkCatalogue({ ...SOUND, ...change })).toEqual(problems);
  });

  test('need not be complete unless it says so', () => {
    expect(checkCatalogue({ ...SOUND, complete: [], mappings: [], notAnswerable: [] })).toEqual([]);
  });

  test('laid upon itself says what it repeats', () => {
    const codes = checkCatalogue(mergeCatalogues([SOUND, SOUND])).map((problem) => problem.code);
    expect(new Set(codes)).toEqual(
      new Set([
        'catalogue.duplicate_framework',
        'catalogue.duplicate_requirement',
        'catalogue.duplicate_control',
        'catalogue.duplicate_mapping',
        'catalogue.duplicate_check',
      ]),
    );
  });

  test('is whole when an own catalogue is laid upon ours', () => {
    const own = {
      ...mergeCatalogues([]),
      controls: [{ code: 'X-1' }],
      mappings: [{ ...mapping, control: 'X-1', to: requirementRef('own:1', 'X-1') }],
    };
    const merged = mergeCatalogues([SOUND, own]);
    expect(checkCatalogue(merged)).toEqual([]);
    expect(merged.controls).toHaveLength(2);
  });
});

describe('a reference', () => {
  test('is taken apart again, and refused without framework or id', () => {
    expect(splitRef('iso27001:2022/A.5.1')).toEqual({ framework: 'iso27001:2022', id: 'A.5.1' });
    expect([splitRef('/A.5.1'), splitRef('iso27001:2022/'), splitRef('A.5.1')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
