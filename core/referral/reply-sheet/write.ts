import type { Issue } from '../../issue/issue.ts'
import { localDate, localTime } from '../../zone-time.ts'
import { referralDeadline } from '../dues.ts'
import { type Packet, packetOf } from '../packet.ts'
import type { Outline, Referral } from '../parts.ts'
import { referralId } from '../referrals.ts'
import {
  amountBandWords,
  collateralWords,
  purposeWords,
  referralStateWords,
  repaymentWords,
} from '../words.ts'
import { columnNames, type SheetColumn } from './columns.ts'

type Value = string | number | undefined

const outlineText = ({ industry, size, amount, purpose }: Outline): string =>
  [
    amount && amountBandWords[amount].zh,
    purpose && purposeWords[purpose].zh,
    industry && `行业门类 ${industry}`,
    size && `${size}企业`,
  ]
    .filter(Boolean)
    .join(' · ')

const due = (at: string) => `${localDate(at)} ${localTime(at)}`
const yesNo = (is: boolean | undefined) => (is === undefined ? undefined : is ? '是' : '否')

/**
 * A row of the sheet that goes to a bank: its number and version, and of the firm exactly what the packet holds, which
 * is what was consented to. What the bank fills in is blank. Times are those of Asia/Shanghai.
 */
export const rowOfSheet = (
  issue: Issue,
  one: Referral,
  { outline, disclosed }: Packet,
  bankName: string,
): readonly Value[] => {
  const cells: Partial<Record<SheetColumn, Value>> = {
    id: referralId(issue.id, one.id),
    version: one.version,
    bank: bankName,
    outline: outlineText(outline),
    name: disclosed.name,
    uscc: disclosed.uscc,
    park: disclosed.park,
    asked: disclosed.amountYuan === undefined ? undefined : disclosed.amountYuan / 10_000,
    term: disclosed.termMonths,
    purpose: disclosed.purposeDetails,
    collateral: disclosed.collateral?.map((kind) => collateralWords[kind].zh).join('、'),
    repayment: disclosed.repayment && repaymentWords[disclosed.repayment].zh,
    firstLoan: yesNo(disclosed.firstLoan),
    content: disclosed.content,
    contactName: disclosed.contactName,
    contactPhone: disclosed.contactPhone,
    state: referralStateWords[one.state].zh,
    due: due(referralDeadline(one)),
  }
  return columnNames.map((name) => cells[name])
}

/** What a sheet may hold of a referral: under consents whose text names that way alone. */
export const packetForSheet = (issue: Issue, one: Referral, today: string): Packet =>
  packetOf(issue, one, today, 'sheet')
