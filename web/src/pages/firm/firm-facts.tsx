import type { ReactNode } from 'react'
import { visitKindWords } from '../../../../core/words.ts'
import type { FirmView } from '../../api/firm-queries.ts'
import { useNames } from '../../app/use-me.ts'
import { useSay } from '../../words/language.tsx'
import { inWan } from '../../words/money.ts'
import { today } from '../../words/time.ts'

const lacks = {
  industry: { zh: '缺行业代码', en: 'the industry code is missing' },
  staff: { zh: '缺从业人数', en: 'the number of staff is missing' },
  revenue: { zh: '缺营业收入', en: 'the revenue is missing' },
  assets: { zh: '缺资产总额', en: 'the assets are missing' },
  standard: { zh: '划型标准没有这个行业', en: 'the standard has no row for the industry' },
} as const

type Row = [zh: string, en: string, value: ReactNode]

/** What is registered, what follows from it, and what to mind before going there. */
export const FirmFacts = ({ view }: { view: FirmView }) => {
  const say = useSay()
  const { nameOf } = useNames()
  const { firm, size, tags, visitedLately } = view
  const ofYear = (year: number | undefined) => (year ? say(`（${year}年）`, ` (${year})`) : '')
  const sizeText = size.size
    ? `${size.size}（${size.row}${size.checked ? '' : say('，标准数值未核对', ', figures unchecked')}）`
    : size.unknown && say(`不能判断：${lacks[size.unknown].zh}`, `cannot be said: ${lacks[size.unknown].en}`)
  const [last] = visitedLately
  const quiet = firm.quietUntil !== undefined && firm.quietUntil >= today()
  const people = firm.contacts ?? (firm.contact ? [firm.contact] : [])
  const rows: Row[] = [
    ['信用代码', 'Credit code', firm.uscc],
    ['园区', 'Park', firm.park],
    ['行业', 'Industry', firm.industry],
    ['规模（按标准）', 'Size by the standard', sizeText],
    ['规模（企业申报）', 'Size as stated', firm.size],
    ['从业人数', 'Staff', firm.employees !== undefined && `${firm.employees}${ofYear(firm.employeesYear)}`],
    [
      '营业收入',
      'Revenue',
      firm.revenueYuan !== undefined && `${inWan(firm.revenueYuan, say)}${ofYear(firm.revenueYear)}`,
    ],
    [
      '资产总额',
      'Assets',
      firm.assetsYuan !== undefined && `${inWan(firm.assetsYuan, say)}${ofYear(firm.assetsYear)}`,
    ],
    ['成立', 'Founded', firm.registeredOn],
    ['纳税信用', 'Tax grade', firm.taxCreditGrade],
    ['标签', 'Tags', tags.join('、')],
    [
      '证书',
      'Certificates',
      firm.certificates?.map((one) => (
        <span key={one.number}>
          {one.tag} {one.number} · {say(`至${one.expiresOn}`, `until ${one.expiresOn}`)}
          <br />
        </span>
      )),
    ],
    [
      '联系人',
      'Contacts',
      people.map((one) => (
        <span key={`${one.name}${one.phone}`}>
          {[one.name, 'duty' in one ? one.duty : '', one.phone].filter(Boolean).join(' ')}
          <br />
        </span>
      )),
    ],
    ['包联干部', 'Liaison', firm.liaison && `${nameOf(firm.liaison.official)} · ${firm.liaison.since}`],
  ]
  return (
    <section aria-label={say('基本情况', 'Facts')}>
      <h2>{say('基本情况', 'Facts')}</h2>
      {quiet && (
        <p role="note">
          <b>{say(`勿扰至 ${firm.quietUntil}`, `Asks for quiet until ${firm.quietUntil}`)}</b>
        </p>
      )}
      {last && (
        <p role="note">
          {say(
            `近30天内已来过：${last.on} ${visitKindWords[last.kind].zh} ${nameOf(last.team)}`,
            `In the last 30 days: ${last.on}, ${visitKindWords[last.kind].en} ${nameOf(last.team)}`,
          )}
        </p>
      )}
      <dl className="facts">
        {rows
          .filter(([, , value]) => value && (!Array.isArray(value) || value.length > 0))
          .map(([zh, en, value]) => (
            <div key={en}>
              <dt>{say(zh, en)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p className="hint">{say(`划型依据：${size.standard.source}`, `Standard: ${size.standard.source}`)}</p>
    </section>
  )
}
