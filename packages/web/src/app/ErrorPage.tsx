// What went wrong and what to do, in place of a page.
import { ApiFailure } from '../data/api.ts';

export function ErrorPage({ error }: { readonly error: unknown }) {
  const failure = error instanceof ApiFailure ? error.failure : undefined;
  const signedOut = failure?.code === 'access.unauthenticated';
  const title = signedOut ? 'You are not signed in' : (failure?.title ?? 'This page could not be shown');
  return (
    <main className="page">
      <header className="head">
        <h1 tabIndex={-1}>{title}</h1>
        <p className="sentence">
          {failure?.detail ?? (error instanceof Error ? error.message : 'Something went wrong.')}
        </p>
      </header>
      {failure && 'request_id' in failure ? (
        <p className="small muted">
          Request <code>{failure.request_id}</code> · <a href={failure.type}>what this means</a>
        </p>
      ) : null}
      {signedOut ? (
        <p>
          <a className="button" href="/sign-in">
            Sign in
          </a>
        </p>
      ) : (
        <p>
          <a className="button" href="/">
            Go to the first page
          </a>
        </p>
      )}
    </main>
  );
}
