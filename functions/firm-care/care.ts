import { warnDays } from '../../core/firm/decide.ts'
import { theSystem } from '../../core/principal.ts'
import { isRefusal } from '../../core/refusal.ts'
import { dateAdd, dateAddMonths, localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { giveFirmCommand } from '../lib/give-firm-command.ts'
import { keys } from '../store/keys.ts'
import type { Table } from '../store/table.ts'

/** The months that a time from one date to another touches, as `2026-11`. */
const monthsBetween = (from: string, to: string): string[] => {
  const months: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = dateAddMonths(day, 1)) months.push(day)
  return months
}

const expiring = async function* (table: Table, from: string, to: string) {
  for (const month of monthsBetween(from, to)) {
    let after: Readonly<Record<string, string>> | undefined
    do {
      const { pk } = keys.firmExpiry(month, '', '')
      const page = await table.query({ pk, sk: { from, to: `${to}~` }, ...(after && { after }) })
      for (const item of page.items) yield { uscc: String(item.uscc), number: String(item.number) }
      after = page.next
    } while (after)
  }
}

/**
 * Warns of the certificates that end within the warning time. The command itself says whether a warning is due and was
 * given before, and takes the row away by which the certificate is found here: each is warned of once.
 */
export const careForFirms = async (container: Container): Promise<{ warned: number }> => {
  const today = localDate(container.now())
  let warned = 0
  for await (const { uscc, number } of expiring(container.table, today, dateAdd(today, warnDays))) {
    const asked = { uscc, command: 'warnCertificate' as const, input: { number }, principal: theSystem }
    const result = await giveFirmCommand(container, asked)
    if (!isRefusal(result) && result.changed) warned++
  }
  return { warned }
}
