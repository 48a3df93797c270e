import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type AuditDay, auditDayQuery } from '../../api/audit-queries.ts'
import { failureOf } from '../../api/failure.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { stateWords } from './audit-words.ts'

const Result = ({ day }: { day: AuditDay }) => {
  const say = useSay()
  if (day.findings.length > 0) {
    return (
      <ul aria-label={say('不符之处', 'What differs')}>
        {day.findings.map(({ at, code, words }) => (
          <li key={`${code} ${at}`} className="fault">
            {words}
          </li>
        ))}
      </ul>
    )
  }
  const { lines, followed, streams } = day
  return (
    <>
      <p>
        {say(
          `${stateWords[day.state].zh}；核对了 ${followed} 条记录链、${lines} 行，全部相符。`,
          `${stateWords[day.state].en}; ${followed} chains and ${lines} lines are as they were written.`,
        )}
      </p>
      {streams !== undefined && followed < streams && (
        <p className="hint">
          {say(
            '这一天的记录链较多，其余请在服务器上运行 npm run audit -- verify 核对。',
            'There are more chains than fit one answer: npm run audit -- verify on the server follows them all.',
          )}
        </p>
      )}
      {day.signature === 'unchecked' && (
        <p className="hint">
          {say(
            '封存签名未在此核对，请用公钥运行 npm run audit -- verify。',
            'The signature was not checked here: npm run audit -- verify does it with the public key.',
          )}
        </p>
      )}
    </>
  )
}

/** Compares a day with its seal when asked to: it reads every chain that the day touched. */
export const Check = ({ day }: { day: string }) => {
  const say = useSay()
  const found = useQuery(auditDayQuery(day))
  return (
    <>
      <Button onClick={() => void found.refetch()} loading={found.isFetching}>
        {say('核对这一天', 'Check this day')}
      </Button>
      {found.isError && <FailureBox failure={failureOf(found.error)} />}
      <div role="status">{found.data && !found.isFetching && <Result day={found.data} />}</div>
    </>
  )
}
