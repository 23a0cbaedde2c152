// Whether a way keeps what cannot be bargained with; where it does not, by how much.
import { StatusMark } from '../../ui/marks.tsx';
import { countText } from '../../ui/words.ts';
import type { Option } from './advice.ts';

export function Limits({ option }: { readonly option: Option }) {
  if (option.limits.length === 0) return <StatusMark state="limit_met" />;
  return option.limits.map((limit) => (
    <span key={limit.sentence} className="block" title={limit.sentence}>
      <StatusMark state="limit_broken">
        {limit.kind === 'clause'
          ? limit.days_late === null
            ? 'Never met'
            : `${countText(limit.days_late, 'day')} late`
          : LIMIT_WORDS[limit.kind]}
      </StatusMark>
      <span className="sr"> {limit.sentence}</span>
    </span>
  ));
}

const LIMIT_WORDS = {
  clause: 'Late',
  budget: 'Over budget',
  runway: 'Beyond the runway',
  held: 'In hand already',
  rule: 'Set aside',
} as const;
