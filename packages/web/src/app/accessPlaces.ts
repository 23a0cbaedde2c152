// Places of people: starting, signing in and joining stand outside every organisation, the account and who belongs here inside.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { org, root } from './roots.tsx';

export const outside = [
  createRoute({
    getParentRoute: () => root,
    path: '/start',
    component: lazyRouteComponent(() => import('../slices/access/StartPage.tsx'), 'StartPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('../slices/access/sign/SignInPage.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/at/$slug',
    component: lazyRouteComponent(() => import('../slices/access/sign/ArrivePage.tsx'), 'ArrivePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/join',
    component: lazyRouteComponent(() => import('../slices/access/sign/JoinPage.tsx'), 'JoinPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/address',
    component: lazyRouteComponent(() => import('../slices/access/sign/AddressPage.tsx'), 'AddressPage'),
  }),
] as const;

export const peoplePlaces = [
  createRoute({
    getParentRoute: () => org,
    path: '/account',
    component: lazyRouteComponent(() => import('../slices/access/account/AccountPage.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/settings/sign-in',
    component: lazyRouteComponent(
      () => import('../slices/access/federation/SignInSettingsPage.tsx'),
      'SignInSettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/settings/people',
    component: lazyRouteComponent(() => import('../slices/access/people/PeoplePage.tsx'), 'PeoplePage'),
  }),
] as const;
