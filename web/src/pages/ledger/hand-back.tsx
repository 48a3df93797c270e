import { Link } from '@tanstack/react-router'
import type { ReturnAnswer } from '../../../../core/api/others.ts'
import { lifecycle } from '../../../../core/lifecycle.ts'
import { HandBackFile } from '../../parts/hand-back.tsx'
import { useSay } from '../../words/language.tsx'

type Row = ReturnAnswer['rows'][number]

const Asked = ({ row }: { row: Row }) => {
  const say = useSay()
  return (
    <>
      <Link to="/issues/$id" params={{ id: row.id }}>
        {row.firm ?? row.id}
      </Link>{' '}
      {row.command && say(lifecycle[row.command])}
      {typeof row.input?.text === 'string' && `：${row.input.text}`}
      {typeof row.input?.nextReplyOn === 'string' &&
        say(`（下次答复 ${row.input.nextReplyOn}）`, ` (next reply ${row.input.nextReplyOn})`)}
    </>
  )
}

/** A ledger that was filled in elsewhere: first what its edited cells ask for, then, on a word, that. */
export const HandBack = () => (
  <HandBackFile<Row>
    path="/ledger-returns"
    title={{ zh: '交回台账', en: 'Hand the ledger back' }}
    label={{ zh: '填好的台账', en: 'Ledger that was filled in' }}
    hint={{
      zh: '在导出的台账里改“办理情况”“下次答复”“是否办结”，原样交回。先列出将办理的事项。',
      en: 'Edit 办理情况, 下次答复 and 是否办结 in an exported ledger and hand it back. What it asks for is listed first.',
    }}
  >
    {(row) => <Asked row={row} />}
  </HandBackFile>
)
