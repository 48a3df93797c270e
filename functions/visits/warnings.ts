import type { RecordVisit, VisitWarning } from '../../core/api/firms-and-visits.ts'
import { isQuiet } from '../../core/firm/firm.ts'
import type { Container } from '../lib/container.ts'
import { loadFirm } from '../lib/firm-register.ts'
import { visitedLately } from '../lib/visited-lately.ts'

const ofFirm = async (container: Container, uscc: string, on: string): Promise<VisitWarning[]> => {
  const [known, lately] = await Promise.all([
    loadFirm(container, uscc),
    visitedLately(container.table, uscc, on),
  ])
  const warnings: VisitWarning[] = []
  const until = known?.firm.quietUntil
  const name = known?.firm.name ?? uscc
  if (known && until && isQuiet(known.firm, on)) {
    const zh = `${name}请勿打扰，至${until}`
    const en = `${name} asks for quiet until ${until}`
    warnings.push({ firm: uscc, code: 'askedForQuiet', on: until, zh, en })
  }
  const [last] = lately
  if (last) {
    const zh = `${name}近30天内（${last.on}）已走访过`
    const en = `${name} was visited in the last 30 days, on ${last.on}`
    warnings.push({
      firm: uscc,
      code: 'visitedLately',
      on: last.on,
      ...(last.team && { team: last.team }),
      zh,
      en,
    })
  }
  return warnings
}

/** What whoever goes there should know; a call or a word from the firm itself is no visit and needs no warning. */
export const warningsFor = async (
  container: Container,
  { kind, firms, on }: Pick<RecordVisit, 'kind' | 'firms' | 'on'>,
): Promise<VisitWarning[]> => {
  if (kind !== 'visit' && kind !== 'forum') return []
  const all = await Promise.all([...new Set(firms)].map((uscc) => ofFirm(container, uscc, on)))
  return all.flat()
}
