import { validOn } from '../../core/reference/records.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import type { OperationsIn } from '../lib/http/operation.ts'
import { openApi } from './open-api.ts'
import { productVersion } from './version.ts'
import { workflowView } from './workflow-view.ts'

const named = ({ id, name }: { id: string; name: string }) => ({ id, name })

/** `texts`: whether the office can send text messages. */
export const officeOperations = (container: Container, texts: boolean): OperationsIn<'office'> => ({
  health: async () => ({ body: { status: 'ok', version: productVersion, at: container.now() } }),

  openapi: async () => ({ body: openApi() }),

  getWorkflow: async ({ params }) => ({ body: workflowView(params.machine) }),

  me: async ({ principal: { id, name, role, team, department, bank } }) => ({
    body: {
      id,
      name,
      role,
      ...(team && { team }),
      ...(department && { department }),
      ...(bank && { bank }),
      ...(texts && { texts }),
    },
  }),

  signOut: async ({ principal, session }) => {
    if (session !== undefined) await container.sessions.end(session, principal.id)
    return { body: { ended: true } }
  },

  directory: async () => {
    const reference = await container.reference()
    const today = localDate(container.now())
    const [zone] = validOn(reference.zone, today)
    return {
      body: {
        zone: { name: zone?.name ?? '', parks: zone?.parks ?? [] },
        departments: validOn(reference.department, today).map((one) => ({
          ...named(one),
          ...(one.dispatches && { dispatches: true }),
        })),
        teams: validOn(reference.team, today).map(named),
        banks: validOn(reference.bank, today).map(named),
        users: validOn(reference.user, today).map((one) => ({ ...named(one), role: one.role })),
      },
    }
  },
})
