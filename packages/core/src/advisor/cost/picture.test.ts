import { describe, expect, test } from 'vitest';
import { costGround, costOf, fanPicture } from './index.ts';
import { situationOf } from './testing/situation.ts';

function drawn(width: number): NonNullable<ReturnType<typeof fanPicture>> {
  const ground = costGround({}, { runs: 200 });
  if (!ground.ok) throw new Error(ground.error.detail);
  const cost = costOf('both_in_parallel', situationOf({}), ground.value);
  if (!cost.ok) throw new Error(cost.error.detail);
  const picture = fanPicture(cost.value, { width, height: 320 });
  if (!picture) throw new Error('nothing to draw');
  return picture;
}

describe('the fan as a picture', () => {
  test.each([320, 800, 1200])(
    '%i pixels wide: points lie within, amounts are round and do not meet',
    (width) => {
      const { plot, points, amounts, quarters, ready, band, middle } = drawn(width);
      expect(points).toHaveLength(12);
      for (const { at } of [...points, ...quarters, ...ready])
        expect(at >= plot.left && at <= plot.right).toBe(true);
      expect(amounts.length).toBeGreaterThan(2);
      amounts.forEach(({ at }, i) => {
        if (i > 0) expect((amounts[i - 1]?.at ?? 0) - at).toBeGreaterThan(20);
      });
      expect(band.startsWith('M') && band.endsWith('Z')).toBe(true);
      expect(middle.split('L')).toHaveLength(13);
      expect(ready.map(({ credential }) => credential)).toEqual(['iso27001', 'soc2_type2']);
    },
  );

  test('nothing spent is nothing to draw', () => {
    expect(
      fanPicture({ fan: [{ p10: 0, p50: 0, p90: 0 }], steps: [] }, { width: 800, height: 300 }),
    ).toBeUndefined();
  });
});
