import type { z } from 'zod'
import type { PolicyFirms, PolicyFirmsQuery } from '../../core/api/policies.ts'
import { sizeStandardOn } from '../../core/firm/size.ts'
import { inOrder, matchPolicy, type PolicyMatch } from '../../core/policy/match.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { validOn } from '../../core/reference/records.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { loadFirm, loadFirms } from '../lib/firm-register.ts'
import { rosterPage } from '../lib/roster.ts'

const inForce = async (container: Container, date = localDate(container.now())) => {
  const { policy, sizeStandard } = await container.reference()
  return { policies: validOn(policy, date), on: { date, standard: sizeStandardOn(sizeStandard, date) } }
}

export const policiesOn = async (container: Container, date?: string): Promise<Policy[]> =>
  (await inForce(container, date)).policies

/** A match as plain data. */
const plain = ({ verdict, rules }: PolicyMatch) => ({ verdict, rules: [...rules] })

export const policiesOfFirm = async (container: Container, uscc: string) => {
  const [found, { policies, on }] = await Promise.all([loadFirm(container, uscc), inForce(container)])
  if (!found) return refuse('unknownFirm')
  const matches = policies.map((policy) => ({ policy, ...plain(matchPolicy(policy, found.firm, on)) }))
  return { items: inOrder(matches) }
}

/** A page of the firms that a policy fits: the roster is walked, never the whole table. */
export const firmsOfPolicy = async (
  container: Container,
  id: string,
  { verdict, limit, cursor }: z.infer<typeof PolicyFirmsQuery>,
): Promise<z.input<typeof PolicyFirms> | Refusal> => {
  const { policies, on } = await inForce(container)
  const policy = policies.find((one) => one.id === id)
  if (!policy) return refuse('unknownPolicy')
  const parks = policy.for.parks
  // Firms elsewhere cannot meet it; their records need not be read.
  const near = (row: { park?: string | undefined }) =>
    !parks || verdict === 'doesNot' || row.park === undefined || parks.includes(row.park)
  const page = await rosterPage(container.table, { limit, cursor, keep: near })
  if (isRefusal(page)) return page
  const firms = new Map(
    (
      await loadFirms(
        container,
        page.items.map((row) => row.uscc),
      )
    ).map((firm) => [firm.uscc, firm]),
  )
  const items = page.items.flatMap((row) => {
    const firm = firms.get(row.uscc)
    if (!firm) return []
    const match = plain(matchPolicy(policy, firm, on))
    const wanted = verdict ? match.verdict === verdict : match.verdict !== 'doesNot'
    return wanted ? [{ ...row, ...match }] : []
  })
  return { items, ...(page.cursor && { cursor: page.cursor }) }
}
