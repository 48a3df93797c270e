import type { Issue } from '../../core/issue/issue.ts'
import { actsFor, mayRead } from '../../core/permission.ts'
import type { Principal } from '../../core/principal.ts'
import type { Referral } from '../../core/referral/parts.ts'
import { isAtBank, partsOfReferralId, referralIn, referralsOf } from '../../core/referral/referrals.ts'
import { columnsOfSheet } from '../../core/referral/reply-sheet/columns.ts'
import { packetForSheet, rowOfSheet } from '../../core/referral/reply-sheet/write.ts'
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts'
import { localDate } from '../../core/zone-time.ts'
import type { Container } from '../lib/container.ts'
import { giveCommand } from '../lib/give-command.ts'
import { addRows, beginWorkbook, endWorkbook } from '../lib/workbook/workbook-writer.ts'
import { queues, worklistKey } from '../store/keys.ts'

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** More than a small bank answers in a week; the rest come with the next sheet. */
const mostRows = 100
/** Between what is written down and what is shown, consents may change: then it is written down again. */
const attempts = 5

type Named = { issue: string; referral: string }

/** The referrals of one issue that wait for the bank, or of all issues that the asker's office has, the nearest first. */
const waitingFor = async (
  container: Container,
  principal: Principal,
  { bank, issue }: { bank: string; issue?: string | undefined },
): Promise<Named[] | Refusal> => {
  if (issue !== undefined) {
    const loaded = await container.issues.load(issue)
    if (!loaded) return refuse('unknownIssue')
    const may = mayRead(principal, loaded.issue)
    if (may !== true) return may
    const theirs = referralsOf(loaded.issue.financing).filter((one) => one.bank === bank && isAtBank(one))
    return theirs.map(({ id }) => ({ issue, referral: id }))
  }
  const page = await container.table.query({
    index: 'worklist',
    pk: worklistKey(queues.bank(bank), '', '').wl,
    limit: mostRows,
  })
  return page.items.flatMap(({ id, department }): Named[] => {
    const parts =
      typeof department === 'string' && actsFor(principal, department) && partsOfReferralId(String(id))
    return parts ? [parts] : []
  })
}

const writtenDown = (issue: Issue, one: Referral, today: string): boolean => {
  const { fields, consents } = packetForSheet(issue, one, today)
  const last = issue.financing?.disclosures?.findLast(({ referral, sheet }) => referral === one.id && sheet)
  const holds = (all: readonly string[], some: readonly string[] = []) =>
    all.every((name) => some.includes(name))
  return fields.length === 0 || (holds(fields, last?.fields) && holds(consents, last?.consents))
}

/** A row of the sheet, after what stands in it has been written down as shown to the bank. */
const disclosedRow = async (
  container: Container,
  principal: Principal,
  named: Named,
  bankName: string,
): Promise<ReturnType<typeof rowOfSheet> | Refusal> => {
  for (let tried = 0; tried < attempts; tried++) {
    const input = { referral: named.referral }
    const given = await giveCommand(container, {
      command: 'handOutReplySheet',
      id: named.issue,
      input,
      principal,
    })
    if (isRefusal(given)) return given
    const loaded = await container.issues.load(named.issue)
    const one = referralIn(loaded?.issue.financing, named.referral)
    if (!loaded || !one) return refuse('unknownReferral')
    const today = localDate(container.now())
    if (!writtenDown(loaded.issue, one, today)) continue
    return rowOfSheet(loaded.issue, one, packetForSheet(loaded.issue, one, today), bankName)
  }
  return refuse('busy')
}

/** The sheet on which a bank without accounts answers, as a workbook. */
export const takeReplySheet = async (
  container: Container,
  principal: Principal,
  asked: { bank: string; issue?: string | undefined },
): Promise<{ file: Uint8Array; type: string; name: string } | Refusal> => {
  const { bank: banks } = await container.reference()
  const bank = banks.findLast(({ id }) => id === asked.bank)
  if (!bank) return refuse('unknownBank')
  const waiting = await waitingFor(container, principal, asked)
  if (isRefusal(waiting)) return waiting
  const rows: ReturnType<typeof rowOfSheet>[] = []
  for (const named of waiting) {
    const row = await disclosedRow(container, principal, named, bank.name)
    if (!isRefusal(row)) rows.push(row)
    // One that was answered this moment is left out; one that this asker may not give out is told.
    else if (asked.issue !== undefined) return row
  }
  if (rows.length === 0) return refuse('nothingAtTheBank')
  const title = `银行回执表-${bank.name}`
  container.audit.note({ type: 'Exported', what: 'replySheet', about: asked.issue ?? bank.id })
  const begun = beginWorkbook(
    { title, sheet: '回执表', by: principal.name, at: container.now() },
    columnsOfSheet,
  )
  const filled = addRows(begun.state, rows, 0)
  const lists = columnsOfSheet.flatMap(({ list }, column) => (list ? [{ column, values: list }] : []))
  const file = Buffer.concat([
    begun.bytes,
    filled.bytes,
    endWorkbook(filled.state, { lists, rows: rows.length }),
  ])
  return { file, type: sheetType, name: `${title}-${localDate(container.now())}.xlsx` }
}
