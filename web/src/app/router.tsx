import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { eventsQuery, issueQuery } from '../api/queries.ts'
import { queries } from '../api/query-client.ts'
import { readFigureSearch } from '../pages/figures/figure-search.ts'
import { readFilter } from '../pages/work/filter.ts'
import { hasSession } from '../sign-in/session.ts'
import { Home } from './home.tsx'
import { NotFound } from './not-found.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound })
const getParentRoute = () => root

/** Asked for while the page's own code is still on its way; not where a pointer only passes over a link. */
const askForIssue = (id: string, passing: boolean) => {
  if (passing || !hasSession()) return
  void queries.prefetchQuery(issueQuery(id))
  void queries.prefetchQuery(eventsQuery(id))
}

const routeTree = root.addChildren([
  createRoute({ getParentRoute, path: '/', component: Home }),
  createRoute({
    getParentRoute,
    path: '/signed-in',
    component: lazyRouteComponent(() => import('./signed-in.tsx'), 'SignedIn'),
  }),
  createRoute({
    getParentRoute,
    path: '/work',
    validateSearch: readFilter,
    component: lazyRouteComponent(() => import('../pages/work/work-page.tsx'), 'WorkPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/issues/$id',
    loader: ({ params, preload }) => askForIssue(params.id, preload),
    component: lazyRouteComponent(() => import('../pages/issue/issue-page.tsx'), 'IssuePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/log',
    component: lazyRouteComponent(() => import('../pages/log/log-page.tsx'), 'LogPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/forum',
    component: lazyRouteComponent(() => import('../pages/forum/forum-page.tsx'), 'ForumPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/firms',
    component: lazyRouteComponent(() => import('../pages/firm/firms-page.tsx'), 'FirmsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/firms/$uscc',
    component: lazyRouteComponent(() => import('../pages/firm/firm-page.tsx'), 'FirmPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/policies',
    component: lazyRouteComponent(() => import('../pages/policies/policies-page.tsx'), 'PoliciesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/counts',
    component: lazyRouteComponent(() => import('../pages/counts/counts-page.tsx'), 'CountsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/fairs',
    component: lazyRouteComponent(() => import('../pages/fairs/fairs-page.tsx'), 'FairsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/tax-estimate',
    component: lazyRouteComponent(
      () => import('../pages/tax-estimate/tax-estimate-page.tsx'),
      'TaxEstimatePage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/audit',
    component: lazyRouteComponent(() => import('../pages/audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/outbox',
    component: lazyRouteComponent(() => import('../pages/outbox/outbox-page.tsx'), 'OutboxPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/notices',
    component: lazyRouteComponent(() => import('../pages/notices/notices-page.tsx'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/import',
    component: lazyRouteComponent(() => import('../pages/import/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin',
    component: lazyRouteComponent(() => import('../pages/admin/admin-page.tsx'), 'AdminPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/calendar',
    component: lazyRouteComponent(() => import('../pages/admin/calendar-page.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/webhooks',
    component: lazyRouteComponent(() => import('../pages/admin/webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/admin/$kind',
    component: lazyRouteComponent(() => import('../pages/admin/kind-page.tsx'), 'KindPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/handover',
    component: lazyRouteComponent(() => import('../pages/admin/handover-page.tsx'), 'HandoverPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/banks',
    component: lazyRouteComponent(() => import('../pages/banks/banks-page.tsx'), 'BanksPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/banks/$id',
    component: lazyRouteComponent(() => import('../pages/banks/referral-page.tsx'), 'ReferralPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/ledger',
    component: lazyRouteComponent(() => import('../pages/ledger/ledger-page.tsx'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/figures',
    validateSearch: readFigureSearch,
    component: lazyRouteComponent(() => import('../pages/figures/figures-page.tsx'), 'FiguresPage'),
  }),
])

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
