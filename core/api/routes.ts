import { type CommandName, commandInputs } from '../issue/commands.ts'
import type { Route } from './route.ts'
import { auditRoutes } from './routes/audit.ts'
import { bankLinkRoutes } from './routes/bank-link.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { draftsRoutes } from './routes/drafts.ts'
import { exportRoutes } from './routes/exports.ts'
import { fairsRoutes } from './routes/fairs.ts'
import { figuresRoutes } from './routes/figures.ts'
import { firmDataRoutes } from './routes/firm-data.ts'
import { firmsRoutes } from './routes/firms.ts'
import { issuesRoutes } from './routes/issues.ts'
import { noticesRoutes } from './routes/notices.ts'
import { officeRoutes } from './routes/office.ts'
import { papersRoutes } from './routes/papers.ts'
import { policiesRoutes } from './routes/policies.ts'
import { productsRoutes } from './routes/products.ts'
import { referenceRoutes } from './routes/reference.ts'
import { referralRoutes } from './routes/referrals.ts'
import { replySheetRoutes } from './routes/reply-sheet.ts'
import { taxRefundRoutes } from './routes/tax-refund.ts'
import { trackRoutes } from './routes/track.ts'
import { webhooksRoutes } from './routes/webhooks.ts'

export type { Route } from './route.ts'

/** Every route of `/api/v1`. Handlers, the one-machine server, OpenAPI and the tests all read this table. */
export const routes = {
  ...officeRoutes,
  ...firmsRoutes,
  ...firmDataRoutes,
  ...issuesRoutes,
  ...trackRoutes,
  ...figuresRoutes,
  ...fairsRoutes,
  ...calendarRoutes,
  ...noticesRoutes,
  ...draftsRoutes,
  ...policiesRoutes,
  ...taxRefundRoutes,
  ...productsRoutes,
  ...auditRoutes,
  ...referenceRoutes,
  ...bankLinkRoutes,
  ...replySheetRoutes,
  ...referralRoutes,
  ...exportRoutes,
  ...webhooksRoutes,
  ...papersRoutes,
} as const satisfies Record<string, Route>

export type Operation = keyof typeof routes
export const operations = Object.keys(routes) as Operation[]
export const routeOf = (operation: Operation): Route => routes[operation]

/** The prefix under which all of it stands. */
export const apiBase = '/api/v1'
/** The header that carries the firm's code, so that no address and no log shows it. */
export const trackHeader = 'x-track-code'
/** The same for the code of a bank without accounts. */
export const bankHeader = 'x-bank-code'
/** What a command takes, as the schema of its body. */
export const commandBody = (command: CommandName) => commandInputs[command]
