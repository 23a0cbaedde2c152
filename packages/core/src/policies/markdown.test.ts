// Markdown as a tree: what people write in policies, and what strangers may write.
import { expect, test } from 'vitest';
import { plainOf } from './inline.ts';
import { blockWords, markdownBlocks, type TextBlock } from './markdown.ts';

const shape = (block: TextBlock): unknown => {
  switch (block.kind) {
    case 'heading':
      return [`h${block.level}`, plainOf(block.parts)];
    case 'paragraph':
      return plainOf(block.parts);
    case 'list':
      return [block.ordered ? block.start : '-', ...block.items.map((item) => item.map(shape))];
    case 'quote':
      return ['>', ...block.blocks.map(shape)];
    case 'table':
      return [block.header.map(plainOf), ...block.rows.map((row) => row.map(plainOf))];
    case 'code':
      return ['code', block.text];
    case 'rule':
      return '---';
  }
};
const shapes = (text: string): unknown => markdownBlocks(text).map(shape);

test('headings, paragraphs over lines, lists within lists, and what goes on in an item', () => {
  expect(
    shapes(
      '## Rules ##\nOne line\ngoes on.\n\n1. First\n   goes on\n   - inner\n2. Second\n\n3. Third\nlazy\n\nEnd.',
    ),
  ).toEqual([
    ['h2', 'Rules'],
    'One line goes on.',
    [1, ['First goes on', ['-', ['inner']]], ['Second'], ['Third lazy']],
    'End.',
  ]);
});

test('tables, quotes, code and rules', () => {
  expect(
    shapes(
      '| Who | When |\n|---|---:|\n| Ines | 1 \\| 2 |\n| Tom |\n\n> said\n> so\n\n```sh\n# no heading\n```\n---',
    ),
  ).toEqual([
    [
      ['Who', 'When'],
      ['Ines', '1 | 2'],
      ['Tom', ''],
    ],
    ['>', 'said so'],
    ['code', '# no heading'],
    '---',
  ]);
});

test('emphasis, code, links and open places are parts; what is none of them stays text', () => {
  const [block] = markdownBlocks(
    '**Bold {{team}}** and *soft* of `a*b`, [here](https://a.example/x) not [there](javascript:alert(1)) snake_case_word 2 * 3 \\*no\\*',
  );
  expect(block).toMatchObject({
    parts: [
      { kind: 'strong', parts: [{ text: 'Bold ' }, { kind: 'place', name: 'team' }] },
      { text: ' and ' },
      { kind: 'emphasis' },
      { text: ' of ' },
      { kind: 'code', text: 'a*b' },
      { text: ', ' },
      { kind: 'link', to: 'https://a.example/x' },
      { text: ' not [there](javascript:alert(1)) snake_case_word 2 * 3 *no*' },
    ],
  });
});

test('no HTML: tags are words', () => {
  expect(shapes('<script>alert(1)</script>')).toEqual(['<script>alert(1)</script>']);
});

test('signs that never close cost no more than their text', () => {
  const begun = performance.now();
  for (const sign of ['*', '**a', '[', '`', '_', '{{', '> ', '- ', '|', '<http://', '[a](http://'])
    expect(
      markdownBlocks(sign.repeat(60_000 / sign.length))
        .map(blockWords)
        .join('').length,
    ).toBeGreaterThan(-1);
  const nested = Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}- x`).join('\n');
  expect(markdownBlocks(nested).length).toBeGreaterThan(0);
  expect(performance.now() - begun).toBeLessThan(3000);
});
