// The roots of all places: the application, and one organisation in it.
import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { ErrorPage } from './ErrorPage.tsx';
import { Shell } from './Shell.tsx';

export const root = createRootRoute({
  component: Outlet,
  errorComponent: ({ error }) => <ErrorPage error={error} />,
  notFoundComponent: () => <ErrorPage error={new Error('There is no such page.')} />,
});

export const org = createRoute({ getParentRoute: () => root, path: '/o/$org', component: Shell });
