// What a board reads: the answer first, both sides of it, money as ranges, and what is not to be saved on.
import { describe as group, expect, test } from 'vitest';
import { boardBrief } from './brief.ts';
import { company, inDays } from './testing/facts.ts';
import type { Answers } from './situation.ts';
import { adviseWhole, variantOf, type WholeAdvice } from './whole.ts';

function advised(answers: Answers): WholeAdvice {
  const made = adviseWhole(company(answers), {});
  if (!made.ok) throw new Error(made.error.map(({ message }) => message).join(' '));
  return made.value;
}

const SELLS_IN_BOTH: Answers = {
  people: 60,
  buyers: [
    { region: 'united_states', segment: 'saas', percent: 60 },
    { region: 'european_union', segment: 'enterprise', percent: 40 },
  ],
  deals: [{ name: 'Northgate', amount: 180_000, currency: 'USD', due: inDays(300), needs: 'soc2_any' }],
};

group('the brief for a board', () => {
  test('begins with the answer and says both sides, the dates, the money and the risks', () => {
    const made = advised(SELLS_IN_BOTH);
    const blocks = boardBrief(made);
    expect(blocks[0]).toEqual({ kind: 'note', text: made.advice.sentence });
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      'Why',
      'What speaks against it',
      'What would change it',
      'When and at what cost',
      'Deals and promises',
      'Money of the advised way',
      'Risks',
    ]);
    for (const block of blocks)
      if (block.kind === 'table') for (const row of block.rows) expect(row).toHaveLength(block.header.length);
  });

  test('says how the advised way fits under a budget that was named', () => {
    const made = advised({ ...SELLS_IN_BOTH, budget: 60_000 });
    const variant = variantOf(made);
    const blocks = boardBrief(made);
    expect(blocks).toContainEqual({ kind: 'paragraph', text: variant.sentence });
    expect(variant.ceiling).toBe(60_000);
  });

  test('says what could be saved where no ceiling was named', () => {
    const { ceiling, half, taken, left, sentence } = variantOf(advised(SELLS_IN_BOTH));
    expect([ceiling, half, taken.length]).toEqual([undefined, undefined, 0]);
    expect(left.length).toBeGreaterThan(3);
    expect(sentence).toMatch(/^No ceiling was named: USD [\d,]+ to [\d,]+, .* would save something\.$/);
  });
});
