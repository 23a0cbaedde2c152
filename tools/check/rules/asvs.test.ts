// The table of requirements: red when a test that it names is gone, when a row is missing or says nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ASVS } from '../tables/asvs.ts';
import { emptyTree, findings } from '../testing/planted.ts';

const HEAD = 'id\tlevel\tstate\ttest or reason';
const REASON = 'Nothing of this kind is in the product, and nothing could bring it.';

/** A tree with one test file and a table in which every row has a reason, save those that are given. */
function tree(rows: Readonly<Record<string, string>>, head = HEAD): string {
  const root = emptyTree();
  mkdirSync(join(root, 'docs/security'), { recursive: true });
  mkdirSync(join(root, 'src'));
  writeFileSync(
    join(root, 'src/door.test.ts'),
    "it('lets nobody in', () => {});\nit(`not ${1} of them`, () => {});\n",
  );
  const lines = ASVS.map(([id, level]) => rows[id] ?? `${id}\t${level}\treason\t${REASON}`);
  writeFileSync(
    join(root, 'docs/security/asvs.tsv'),
    `${[head, ...lines.filter((each) => each !== '')].join('\n')}\n`,
  );
  return root;
}

it('holds over 246 requirements: 70 of level 1, 176 of level 2', async () => {
  expect(ASVS.length).toBe(246);
  expect(ASVS.filter(([, level]) => level === '1').length).toBe(70);
  expect(
    await findings(
      'asvs',
      tree({
        'V1.1.1': 'V1.1.1\t2\ttest\tsrc/door.test.ts > lets nobody in',
        'V1.1.2': 'V1.1.2\t2\ttest\tsrc/door.test.ts > not ${1} of them',
        'V1.2.1': 'V1.2.1\t1\topen\t',
      }),
    ),
  ).toEqual([]);
});

it('is red when a test that is named is gone, or its file, or half of its name', async () => {
  const file = 'docs/security/asvs.tsv';
  expect(
    await findings(
      'asvs',
      tree({
        'V1.1.1': 'V1.1.1\t2\ttest\tsrc/door.test.ts > lets everybody in',
        'V1.1.2': 'V1.1.2\t2\ttest\tsrc/gone.test.ts > lets nobody in',
        'V1.2.1': 'V1.2.1\t1\ttest\tsrc/door.test.ts > lets nobody',
        'V1.2.2': 'V1.2.2\t1\ttest\tsrc/door.test.ts',
      }),
    ),
  ).toEqual([
    `${file}:2 V1.1.1 names a test that is not there: lets everybody in`,
    `${file}:3 V1.1.2 names a file that is not there: src/gone.test.ts`,
    `${file}:4 V1.2.1 names a test that is not there: lets nobody`,
    `${file}:5 V1.2.2 names a test that is not there: `,
  ]);
});

it('is red on a row that is missing, doubled, unknown, of another level, without state or without a reason', async () => {
  const file = 'docs/security/asvs.tsv';
  expect(
    await findings(
      'asvs',
      tree({
        'V1.1.1': '',
        'V1.1.2': `V1.2.1\t1\treason\t${REASON}`,
        'V1.2.2': `V1.2.2\t2\treason\t${REASON}`,
        'V1.2.3': 'V1.2.3\t1\treason\tno',
        'V1.2.4': 'V1.2.4\t1\tdone\t',
        'V1.2.5': `V99.1.1\t1\treason\t${REASON}`,
      }),
    ),
  ).toEqual([
    `${file}:1 V1.1.1 is missing`,
    `${file}:1 V1.1.2 is missing`,
    `${file}:1 V1.2.5 is missing`,
    `${file}:3 V1.2.1 stands twice`,
    `${file}:4 V1.2.2 is of level 1`,
    `${file}:5 V1.2.3 has no reason that says anything`,
    `${file}:6 V1.2.4 has no state: done`,
    `${file}:7 V99.1.1 is no requirement of these levels`,
  ]);
  expect(await findings('asvs', tree({}, 'id'))).toEqual([
    `${file}:1 the first line is not the head of the table`,
  ]);
  expect(await findings('asvs', emptyTree())).toEqual(['(asvs) saw no requirements', `${file} not there`]);
});
