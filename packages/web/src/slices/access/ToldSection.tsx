// How somebody is told of their work: a digest by mail, and addresses that a calendar subscribes to.
import { DIGEST_RHYTHMS, type DigestRhythm } from '@assay/core';
import { useState } from 'react';
import { api, queries, take, useChange, useOrg } from '../../data/api.ts';
import { Copy } from '../../ui/Copy.tsx';
import { Select } from '../../ui/Select.tsx';

export function ToldSection({ org }: { readonly org: string }) {
  const held = useOrg(org, ['preferences'], () => api['work.preferences']({ params: { org } }));
  return (
    <section className="section" aria-labelledby="told">
      <h2 id="told">How you are told</h2>
      {held.data ? (
        <DigestForm key={`${held.data.email ?? ''}${held.data.digest}`} org={org} held={held.data} />
      ) : null}
      <Feeds org={org} />
    </section>
  );
}

interface Held {
  readonly email: string | null;
  readonly digest: DigestRhythm;
  readonly roles: readonly string[];
}

function DigestForm({ org, held }: { readonly org: string; readonly held: Held }) {
  const [email, setEmail] = useState(held.email ?? '');
  const [digest, setDigest] = useState(held.digest);
  const change = useChange(org);
  const put = (next: { readonly email: string; readonly digest: DigestRhythm }) => async () => {
    const now = take(await api['work.preferences']({ params: { org } }));
    return api['work.prefer']({
      params: { org },
      body: { email: next.email.trim() || null, digest: next.digest, roles: now.roles },
    });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({
          act: put({ email, digest }),
          done: 'How you are told is saved.',
          undo: put({ email: held.email ?? '', digest: held.digest }),
        });
      }}
    >
      <p className="prose small muted">
        A digest names what is yours, why, and until when. It comes once a day at most, and not at all when
        nothing is asked of you.
      </p>
      <label className="field">
        <span>Mail address</span>
        <input
          className="input"
          type="email"
          autoComplete="email"
          required={digest !== 'none'}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </label>
      <Select name="Digest" of={DIGEST_RHYTHMS} value={digest} change={setDigest} />
      <div className="toolbar">
        <button
          type="submit"
          className="button"
          disabled={email === (held.email ?? '') && digest === held.digest}
        >
          Save
        </button>
      </div>
    </form>
  );
}

function Feeds({ org }: { readonly org: string }) {
  const [made, setMade] = useState<string>();
  const feeds = useOrg(org, ['feeds'], () => api['feeds.list']({ params: { org } }));
  const change = useChange(org);
  const create = async (of: 'person' | 'organisation'): Promise<void> => {
    const { path } = take(await api['feeds.create']({ params: { org }, body: { of } }));
    setMade(location.origin + path);
    await queries.invalidateQueries({ queryKey: ['org', org, 'feeds'] });
  };
  return (
    <>
      <h3>Calendar</h3>
      <p className="prose small muted">
        An address that a calendar subscribes to: whole days, without names of what is confidential. Whoever
        has it sees the calendar; it is shown once and can be revoked.
      </p>
      {made === undefined ? null : <Copy text={made} what="the calendar’s address" />}
      <ul>
        {(feeds.data?.data ?? []).map((feed) => (
          <li key={feed.id}>
            {feed.of === 'person' ? 'My tasks' : 'Everybody’s tasks and the examined period'}, since{' '}
            {feed.created_at.slice(0, 10)}{' '}
            <button
              type="button"
              className="button quiet"
              onClick={() =>
                change.mutate({
                  act: () => api['feeds.revoke']({ params: { org, feed: feed.id } }),
                  done: 'The address answers nobody any more.',
                })
              }
            >
              Revoke<span className="sr"> {feed.id}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="toolbar">
        <button type="button" className="button" onClick={() => void create('person')}>
          An address for my tasks
        </button>
        <button type="button" className="button quiet" onClick={() => void create('organisation')}>
          One for everybody’s
        </button>
      </div>
    </>
  );
}
