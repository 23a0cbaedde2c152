// Evidence > Window: for every day of the period, did each control run?
import { Link, useParams } from '@tanstack/react-router';
import { ApiFailure } from '../../../data/api.ts';
import { Empty, Loaded, PageHead } from '../../../ui/page.tsx';
import { EvidenceTabs } from '../../evidence/EvidenceTabs.tsx';
import { CURRENT, useWindow } from './window.ts';
import { WindowView } from './WindowView.tsx';
import './window.css';

export function WindowPage() {
  const { org = '', window = CURRENT }: { readonly org?: string; readonly window?: string } = useParams({
    strict: false,
  });
  return <WindowNamed key={`${org} ${window}`} org={org} window={window} />;
}

function WindowNamed({ org, window }: { readonly org: string; readonly window: string }) {
  const answer = useWindow(org, window);
  if (window === CURRENT && isAbsent(answer.error)) return <NoWindow org={org} />;
  return (
    <Loaded of={answer}>
      {(told) => <WindowView org={org} id={window} answer={told} reading={answer.isPlaceholderData} />}
    </Loaded>
  );
}

function NoWindow({ org }: { readonly org: string }) {
  return (
    <div className="page">
      <PageHead
        title="Window"
        name="Window"
        sentence="No Type II examination is set, so there is no period to look at yet."
      />
      <EvidenceTabs org={org} />
      <Empty title="Choose the days that count">
        <p>
          A Type II report asks whether each control ran whenever it had to, over three to twelve months. Try
          periods first: the page says which controls would be clean, and what must happen when.
        </p>
        <div className="toolbar">
          <Link className="button primary" to="/o/$org/windows/start" params={{ org }}>
            Try a window
          </Link>
          <Link className="button" to="/o/$org/settings" params={{ org }}>
            Set the examination
          </Link>
        </div>
      </Empty>
    </div>
  );
}

function isAbsent(error: unknown): boolean {
  return error instanceof ApiFailure && error.failure.code === 'window.not_found';
}
