// One comment; for whom it is stands first.
import { minuteText } from '../../ui/words.ts';
import type { Comment } from './rooms.ts';

export function Said({
  audience = 'shared',
  side,
  by,
  at,
  text,
  release,
}: Omit<Comment, 'audience' | 'id'> & { readonly audience?: Comment['audience'] }) {
  const internal = audience === 'internal';
  return (
    <li className={internal ? 'internal' : 'shared'}>
      <p className="small">
        <strong>{internal ? 'Internal: the audit firm does not see this' : 'Shared with both sides'}</strong>
        <span className="muted">
          {' '}
          {by} ({side === 'auditor' ? 'audit firm' : 'organisation'}),{' '}
          <time dateTime={at}>{minuteText(at)}</time>
          {release === null ? '' : `, about ${release}`}
        </span>
      </p>
      <p className="prose room-text">{text}</p>
    </li>
  );
}
