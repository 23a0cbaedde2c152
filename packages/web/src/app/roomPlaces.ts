// Auditors' rooms with their addresses: as the organisation keeps them, and from inside.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from './listSearch.ts';
import { org } from './roots.tsx';

export const roomPlaces = [
  createRoute({
    getParentRoute: () => org,
    path: '/audits/rooms',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/rooms/RoomsPage.tsx'), 'RoomsPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/audits/rooms/$room',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/rooms/RoomPage.tsx'), 'RoomPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/audits/rooms/$room/$part',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/rooms/RoomPage.tsx'), 'RoomPartPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/desk',
    component: lazyRouteComponent(() => import('../slices/rooms/desk/DeskPage.tsx'), 'DesksPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/desk/$room',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/rooms/desk/DeskPage.tsx'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/desk/$room/$part',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/rooms/desk/DeskPage.tsx'), 'DeskPartPage'),
  }),
] as const;
