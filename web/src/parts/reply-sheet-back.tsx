import { Link } from '@tanstack/react-router'
import type { ReplySheetAnswer } from '../../../core/api/reply-sheet.ts'
import { sheetAnswerWords } from '../../../core/referral/reply-sheet/columns.ts'
import { bankDeclineWords, creditKindWords } from '../../../core/referral/words.ts'
import { useNames } from '../app/use-me.ts'
import { useSay } from '../words/language.tsx'
import type { Say } from '../words/language-of.ts'
import { inWan } from '../words/money.ts'
import { HandBackFile } from './hand-back.tsx'

type Row = ReplySheetAnswer['rows'][number]

const isKey = <K extends string>(words: Readonly<Record<K, unknown>>, key: unknown): key is K =>
  typeof key === 'string' && Object.hasOwn(words, key)

/** What the bank wrote, so that whoever hands the sheet back reads it before it counts. */
const saidOf = ({ input = {} }: Row, say: Say): string => {
  const { amountYuan, rateBp, termMonths, credit, validUntil, code, on, text } = input
  return [
    typeof amountYuan === 'number' && inWan(amountYuan, say),
    typeof rateBp === 'number' && `${(rateBp / 100).toFixed(2)}%`,
    typeof termMonths === 'number' && say(`${termMonths} 个月`, `${termMonths} months`),
    isKey(creditKindWords, credit) && say(creditKindWords[credit]),
    typeof validUntil === 'string' && say(`有效至 ${validUntil}`, `valid until ${validUntil}`),
    isKey(bankDeclineWords, code) && say(bankDeclineWords[code]),
    typeof on === 'string' && on,
    typeof text === 'string' && text,
  ]
    .filter(Boolean)
    .join(' · ')
}

const Asked = ({ row }: { row: Row }) => {
  const say = useSay()
  const { nameOf } = useNames()
  return (
    <>
      <Link to="/banks/$id" params={{ id: row.id }}>
        {row.firm ?? row.id}
      </Link>{' '}
      {row.bank && nameOf(row.bank)} {row.command && say(sheetAnswerWords[row.command])} {saidOf(row, say)}
    </>
  )
}

/** A reply sheet that a bank filled in; its answers are written down as the bank's, heard by sheet. */
export const ReplySheetBack = ({ onDone }: { onDone?: () => void }) => (
  <HandBackFile<Row>
    path="/reply-sheets"
    title={{ zh: '交回银行回执表', en: 'Hand a reply sheet back' }}
    label={{ zh: '银行填好的回执表', en: 'Reply sheet that the bank filled in' }}
    hint={{
      zh: '先列出将代录的答复，核对后再办理；取表之后有变化的行不办理。',
      en: 'What it says is listed first, to be checked; rows that have changed since are left alone.',
    }}
    {...(onDone && { onDone })}
  >
    {(row) => <Asked row={row} />}
  </HandBackFile>
)
