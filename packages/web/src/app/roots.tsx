// The roots of all places: the application, and one organisation in it.
import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useAsked } from '../data/stepUp.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { Shell } from './Shell.tsx';

const StepUp = lazy(() =>
  import('../slices/access/account/StepUpDialog.tsx').then((module) => ({ default: module.StepUp })),
);

/** The page, and before it the dialog that a call may ask for. */
function Pages() {
  const asked = useAsked();
  return (
    <>
      <Outlet />
      {asked ? (
        <Suspense>
          <StepUp />
        </Suspense>
      ) : null}
    </>
  );
}

export const root = createRootRoute({
  component: Pages,
  errorComponent: ({ error }) => <ErrorPage error={error} />,
  notFoundComponent: () => <ErrorPage error={new Error('There is no such page.')} />,
});

export const org = createRoute({ getParentRoute: () => root, path: '/o/$org', component: Shell });
