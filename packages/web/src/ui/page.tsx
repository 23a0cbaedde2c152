// A page's head: title, one computed sentence, actions; and what stands in for data that is not there.
import { useEffect, useState, type ReactNode } from 'react';
import { ErrorPage } from '../app/ErrorPage.tsx';

export function PageHead(props: {
  readonly title: ReactNode;
  readonly name: string;
  readonly sentence?: ReactNode;
  readonly crumbs?: ReactNode;
  readonly children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${props.name} · Assay`;
  }, [props.name]);
  return (
    <header className="head">
      {props.crumbs ? (
        <nav className="crumbs" aria-label="Trace">
          {props.crumbs}
        </nav>
      ) : null}
      <div className="head-top">
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.children ? <div className="actions">{props.children}</div> : null}
      </div>
      {props.sentence ? <p className="sentence">{props.sentence}</p> : null}
    </header>
  );
}

/** Shows data when it is there, an error when it is one, and patience only after 300 ms. */
export function Loaded<T>({
  of,
  children,
}: {
  readonly of: { readonly data: T | undefined; readonly error: unknown };
  readonly children: (data: T) => ReactNode;
}) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <ErrorPage error={of.error} />;
  return (
    <div className="page" aria-busy="true">
      {slow ? <Skeleton /> : null}
    </div>
  );
}

/** The shape of what will be there: a head and rows, drawn in rule colour. */
function Skeleton() {
  return (
    <div className="skeleton" role="status">
      <span className="sr">Reading …</span>
      <div className="skeleton-head" />
      <div className="skeleton-line" />
      {Array.from({ length: 8 }, (_, i) => (
        <div className="skeleton-row" key={i} />
      ))}
    </div>
  );
}

export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
