// A rule of sizes in one line, for lists of profiles.
import { assertNever } from '../../kernel/index.ts';
import { FREQUENCY_CLASSES } from './frequency.ts';
import type { SizeRule } from './profiles.ts';

/** "all up to 50 rows, 25 up to 100, then 60" and the like; says everything that the rule does. */
export function ruleSentence(rule: SizeRule): string {
  switch (rule.kind) {
    case 'table':
      return FREQUENCY_CLASSES.map((each) => `${each.replaceAll('_', ' ')} ${rule.sizes[each]}`).join(', ');
    case 'bands':
      return rule.bands
        .map(({ upTo, size }, i) => {
          const taken = size === null ? 'all' : String(size);
          if (upTo === null) return i === 0 ? `always ${taken}` : `then ${taken}`;
          return `${taken} up to ${upTo}${i === 0 ? ' rows' : ''}`;
        })
        .join(', ');
    case 'percent':
      return `${rule.percent} %, at least ${rule.least}, at most ${rule.most}`;
    case 'attribute':
      return `${rule.confidence} % confidence, ${rule.tolerableRate} % tolerable, ${rule.expectedDeviations} expected${rule.finite ? ', without replacement' : ''}`;
    default:
      return assertNever(rule);
  }
}
