// Places and their addresses; every place is loaded when it is first visited.
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queries, api, take } from '../data/api.ts';
import { evidenceSearch } from '../slices/evidence/search.ts';
import { checkSearch } from '../slices/monitoring/filter.ts';
import { startSearch, windowSearch } from '../slices/monitoring/window/search.ts';
import { riskSearch } from '../slices/risks/search.ts';
import { bringSearch } from '../slices/evidence/bring/preset.ts';
import { policiesSearch, policySearch } from '../slices/policies/search.ts';
import { outside, peoplePlaces } from './accessPlaces.ts';
import { auditPlaces } from './auditPlaces.ts';
import { listSearch, text } from './listSearch.ts';
import { org, root } from './roots.tsx';
import { landingPlace } from './places.ts';
import { roomPlaces } from './roomPlaces.ts';
import { planPlaces } from './planPlaces.ts';
import { soaPlaces } from './soaPlaces.ts';
import { lossSearch } from '../slices/risks/losses/search.ts';

const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    const session = await queries.ensureQueryData({
      queryKey: ['session'],
      queryFn: async () => {
        const answer = await api['session.read']({});
        if (!answer.ok && answer.error.code === 'access.unauthenticated') throw redirect({ to: '/sign-in' });
        return take(answer);
      },
    });
    const [organisation] = session.organisations;
    await queries.invalidateQueries({ queryKey: ['session'] });
    if (organisation)
      throw redirect({ to: landingPlace(organisation.lands), params: { org: organisation.slug } });
    throw redirect({ to: '/start' });
  },
});
function companyPlaces() {
  return [
    createRoute({
      getParentRoute: () => org,
      path: '/company',
      validateSearch: listSearch,
      component: lazyRouteComponent(() => import('../slices/isms/CompanyPage.tsx'), 'CompanyPage'),
    }),
    createRoute({
      getParentRoute: () => org,
      path: '/company/objectives',
      validateSearch: listSearch,
      component: lazyRouteComponent(
        () => import('../slices/isms/objectives/ObjectivesPage.tsx'),
        'ObjectivesPage',
      ),
    }),
    createRoute({
      getParentRoute: () => org,
      path: '/company/competence',
      validateSearch: listSearch,
      component: lazyRouteComponent(() => import('../slices/isms/CompetencePage.tsx'), 'CompetencePage'),
    }),
    createRoute({
      getParentRoute: () => org,
      path: '/company/changes',
      validateSearch: listSearch,
      component: lazyRouteComponent(() => import('../slices/isms/ChangesPage.tsx'), 'ChangesPage'),
    }),
    createRoute({
      getParentRoute: () => org,
      path: '/company/feedback',
      validateSearch: listSearch,
      component: lazyRouteComponent(() => import('../slices/isms/FeedbackPage.tsx'), 'FeedbackPage'),
    }),
    createRoute({
      getParentRoute: () => org,
      path: '/company/reviews',
      validateSearch: listSearch,
      component: lazyRouteComponent(() => import('../slices/isms/ReviewsPage.tsx'), 'ReviewsPage'),
    }),
    createRoute({
      getParentRoute: () => org,
      path: '/company/new/$kind',
      component: lazyRouteComponent(() => import('../slices/isms/NewRecordPage.tsx'), 'NewRecordPage'),
    }),
    createRoute({
      getParentRoute: () => org,
      path: '/company/$record',
      component: lazyRouteComponent(() => import('../slices/isms/record/RecordPage.tsx'), 'RecordPage'),
    }),
  ] as const;
}
/** Which kept table is shown; none for the place where one is dropped. */
const keptSearch = (search: Record<string, unknown>): { id?: string } => {
  const id = text(search['id']);
  return id === undefined ? {} : { id };
};

const places = org.addChildren([
  createRoute({
    getParentRoute: () => org,
    path: '/',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/home/HomePage.tsx'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/work',
    validateSearch: (
      search: Record<string, unknown>,
    ): { show?: 'all' | 'snoozed' | 'done'; sort?: string } => {
      const { show, sort } = search;
      return {
        ...(show === 'all' || show === 'snoozed' || show === 'done' ? { show } : {}),
        ...(typeof sort === 'string' ? { sort } : {}),
      };
    },
    component: lazyRouteComponent(() => import('../slices/work/WorkPage.tsx'), 'WorkPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/gaps',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/gaps/GapsPage.tsx'), 'GapsPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/readiness',
    component: lazyRouteComponent(() => import('../slices/gaps/ReadinessPage.tsx'), 'ReadinessPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/risks',
    validateSearch: riskSearch,
    component: lazyRouteComponent(() => import('../slices/risks/RisksPage.tsx'), 'RisksPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/risks/losses',
    validateSearch: lossSearch,
    component: lazyRouteComponent(() => import('../slices/risks/losses/LossesPage.tsx'), 'LossesPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/risks/method',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/risks/method/MethodPage.tsx'), 'MethodPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/risks/$risk',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/risks/risk/RiskPage.tsx'), 'RiskPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/new-risk',
    component: lazyRouteComponent(() => import('../slices/risks/NewRiskPage.tsx'), 'NewRiskPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/controls',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/controls/ControlsPage.tsx'), 'ControlsPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/controls/$control',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/controls/ControlPage.tsx'), 'ControlPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/view/$framework',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/controls/ViewPage.tsx'), 'ViewPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/new-control',
    component: lazyRouteComponent(() => import('../slices/controls/NewControlPage.tsx'), 'NewControlPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/soa/bring',
    validateSearch: keptSearch,
    component: lazyRouteComponent(() => import('../slices/kept/KeptPage.tsx'), 'BringStatementPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/risks/bring',
    validateSearch: keptSearch,
    component: lazyRouteComponent(() => import('../slices/kept/KeptPage.tsx'), 'BringRegisterPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/soa/transition',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/kept/TransitionPage.tsx'), 'TransitionPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/frameworks',
    component: lazyRouteComponent(() => import('../slices/frameworks/FrameworksPage.tsx'), 'FrameworksPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/glossary',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/frameworks/GlossaryPage.tsx'), 'GlossaryPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/frameworks/$framework/$requirement',
    validateSearch: listSearch,
    component: lazyRouteComponent(
      () => import('../slices/frameworks/RequirementPage.tsx'),
      'RequirementPage',
    ),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/crosswalk',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('../slices/controls/CrosswalkPage.tsx'), 'CrosswalkPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/evidence',
    validateSearch: evidenceSearch,
    component: lazyRouteComponent(() => import('../slices/evidence/inbox/InboxPage.tsx'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/evidence/library',
    validateSearch: evidenceSearch,
    component: lazyRouteComponent(() => import('../slices/evidence/library/LibraryPage.tsx'), 'LibraryPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/evidence/imports',
    validateSearch: evidenceSearch,
    component: lazyRouteComponent(() => import('../slices/evidence/imports/ImportsPage.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/evidence/collectors',
    validateSearch: listSearch,
    component: lazyRouteComponent(
      () => import('../slices/monitoring/collectors/CollectorsPage.tsx'),
      'CollectorsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/evidence/collectors/$collector',
    component: lazyRouteComponent(
      () => import('../slices/monitoring/collectors/CollectorPage.tsx'),
      'CollectorPage',
    ),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/evidence/$evidence',
    component: lazyRouteComponent(() => import('../slices/evidence/record/RecordPage.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/import',
    validateSearch: bringSearch,
    component: lazyRouteComponent(() => import('../slices/evidence/bring/BringPage.tsx'), 'BringPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/populations',
    validateSearch: listSearch,
    component: lazyRouteComponent(
      () => import('../slices/monitoring/populations/PopulationsPage.tsx'),
      'PopulationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/populations/$population',
    validateSearch: listSearch,
    component: lazyRouteComponent(
      () => import('../slices/monitoring/populations/PopulationPage.tsx'),
      'PopulationPage',
    ),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/checks',
    validateSearch: checkSearch,
    component: lazyRouteComponent(() => import('../slices/monitoring/ChecksPage.tsx'), 'ChecksPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/checks/$check',
    component: lazyRouteComponent(() => import('../slices/monitoring/CheckPage.tsx'), 'CheckPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/windows',
    validateSearch: windowSearch,
    component: lazyRouteComponent(() => import('../slices/monitoring/window/WindowPage.tsx'), 'WindowPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/windows/start',
    validateSearch: startSearch,
    component: lazyRouteComponent(
      () => import('../slices/monitoring/window/start/StartWindowPage.tsx'),
      'StartWindowPage',
    ),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/windows/$window',
    validateSearch: windowSearch,
    component: lazyRouteComponent(() => import('../slices/monitoring/window/WindowPage.tsx'), 'WindowPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/windows/$window/$control',
    validateSearch: windowSearch,
    component: lazyRouteComponent(
      () => import('../slices/monitoring/window/control/ControlInWindowPage.tsx'),
      'ControlInWindowPage',
    ),
  }),
  ...companyPlaces(),
  createRoute({
    getParentRoute: () => org,
    path: '/path',
    validateSearch: (search: Record<string, unknown>): { step?: string } => {
      const step = text(search['step']);
      return step === undefined ? {} : { step };
    },
    component: lazyRouteComponent(() => import('../slices/path/PathPage.tsx'), 'PathPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/samples',
    validateSearch: listSearch,
    component: lazyRouteComponent(
      () => import('../slices/monitoring/samples/SamplesPage.tsx'),
      'SamplesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/samples/$sample',
    component: lazyRouteComponent(() => import('../slices/monitoring/samples/SamplePage.tsx'), 'SamplePage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/policies',
    validateSearch: policiesSearch,
    component: lazyRouteComponent(() => import('../slices/policies/PoliciesPage.tsx'), 'PoliciesPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/policies/new',
    validateSearch: policiesSearch,
    component: lazyRouteComponent(() => import('../slices/policies/NewPolicyPage.tsx'), 'NewPolicyPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/policies/$policy',
    validateSearch: policySearch,
    component: lazyRouteComponent(() => import('../slices/policies/PolicyPage.tsx'), 'PolicyPage'),
  }),
  createRoute({
    getParentRoute: () => org,
    path: '/policies/$policy/edit',
    component: lazyRouteComponent(() => import('../slices/policies/EditPolicyPage.tsx'), 'EditPolicyPage'),
  }),
  ...peoplePlaces,
  ...auditPlaces,
  ...roomPlaces,
  ...planPlaces,
  ...soaPlaces,
  createRoute({
    getParentRoute: () => org,
    path: '/settings',
    component: lazyRouteComponent(() => import('../slices/access/SettingsPage.tsx'), 'SettingsPage'),
  }),
]);

export const router = createRouter({
  routeTree: root.addChildren([first, ...outside, places]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
