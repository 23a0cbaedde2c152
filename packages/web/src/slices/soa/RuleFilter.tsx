// The rules that the statement breaks, as a filter of its rows.
import { BLOCKING } from './filter.ts';
import { ruleTitle, type SoaLint } from './soa.ts';

interface Props {
  readonly lints: readonly SoaLint[];
  readonly chosen: string | undefined;
  readonly choose: (rule: string | undefined) => void;
}

export function RuleFilter({ lints, chosen, choose }: Props) {
  const broken = [...Map.groupBy(lints, ({ code }) => code)];
  const blocking = lints.filter(({ blocks }) => blocks).length;
  return (
    <select
      className="input rule-filter"
      aria-label="Rows that break a rule"
      value={chosen ?? ''}
      onChange={(event) => choose(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">Rules broken or not</option>
      <option value={BLOCKING}>Holds an approval back ({blocking})</option>
      {broken.map(([code, each]) => (
        <option key={code} value={code}>
          {ruleTitle(code)} ({each.length})
        </option>
      ))}
    </select>
  );
}
