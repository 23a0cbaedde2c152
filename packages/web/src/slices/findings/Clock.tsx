// The clock of a finding that runs out first: for what, until when, and whether it is past.
import { StatusMark } from '../../ui/marks.tsx';
import { CLOCK_WORDS, nextClock, type Finding } from './findings.ts';

export function Clock({ finding }: { readonly finding: Finding }) {
  const clock = nextClock(finding);
  if (!clock) return null;
  const words = (
    <>
      {CLOCK_WORDS[clock.name]} {clock.state === 'overdue' ? 'overdue since' : 'until'}{' '}
      <time dateTime={clock.until}>{clock.until}</time>
    </>
  );
  if (clock.state === 'running') return <span className="num">{words}</span>;
  return (
    <StatusMark state={`clock_${clock.state}`}>
      <span className="num">{words}</span>
    </StatusMark>
  );
}
