import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Issue } from '../../../../core/issue/issue.ts'
import {
  categoryWords,
  closureTypeWords,
  complexityWords,
  confirmationWords,
  pauseReasonWords,
  satisfactionWords,
  urgencyWords,
  verificationWords,
  visitKindWords,
} from '../../../../core/words.ts'
import type { Me } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { useSay } from '../../words/language.tsx'
import { inWan } from '../../words/money.ts'
import { dateTime } from '../../words/time.ts'
import { Cited } from './cited.tsx'
import { ContactOf } from './contact.tsx'

type Row = [zh: string, en: string, value: ReactNode]

/** What is known of the issue. Closure, confirmation and verification are three facts, and stand apart. */
export const Facts = ({ issue, me }: { issue: Issue; me: Me }) => {
  const say = useSay()
  const { nameOf } = useNames()
  const { need, contact, source } = issue
  const assignment = 'assignment' in issue ? issue.assignment : undefined
  const work = 'work' in issue ? issue.work : undefined
  const closure = 'closure' in issue ? issue.closure : undefined
  const confirmation = 'confirmation' in issue ? issue.confirmation : undefined
  const verification = 'verification' in issue ? issue.verification : undefined
  const rows: Row[] = [
    ['编号', 'Number', issue.id],
    [
      '企业',
      'Firm',
      <span key="firm">
        {issue.firm.uscc} {issue.firm.park}{' '}
        <Link to="/work" search={{ firm: issue.firm.uscc }}>
          {say('它的全部诉求', 'all its issues')}
        </Link>
      </span>,
    ],
    ['类别', 'Category', say(categoryWords[issue.category])],
    ['紧急程度', 'Urgency', say(urgencyWords[issue.urgency])],
    ['联系人', 'Contact', contact && <ContactOf key="contact" issue={issue} me={me} />],
    ['需要金额', 'Amount', need?.amountYuan !== undefined && inWan(need.amountYuan, say)],
    ['期限', 'Term', need?.termMonths && say(`${need.termMonths} 个月`, `${need.termMonths} months`)],
    ['留抵税额', 'Tax credit', need?.creditYuan !== undefined && inWan(need.creditYuan, say)],
    ['岗位', 'Post', need?.post],
    ['人数', 'People', need?.headcount],
    [
      '来源',
      'Heard at',
      [say(visitKindWords[source.kind]), source.title, source.on, nameOf(source.team)]
        .filter(Boolean)
        .join(' · '),
    ],
    ['登记', 'Logged', `${dateTime(issue.loggedAt)} ${nameOf(issue.loggedBy)}`],
    ['再次提出', 'Repeats', issue.repeatOf],
    ['责任部门', 'Department', assignment && nameOf(assignment.department)],
    ['协办', 'Assisting', assignment?.assisting?.map(nameOf).join('、')],
    ['复杂程度', 'Complexity', assignment && say(complexityWords[assignment.complexity])],
    ['承办人', 'Handler', work && nameOf(work.handler)],
    [
      '建议部门',
      'Suggested',
      issue.stage === 'logged' &&
        issue.leftToDispatcher?.suggestion &&
        nameOf(issue.leftToDispatcher.suggestion),
    ],
    [
      '督办',
      'Supervision',
      issue.supervision?.due &&
        say(`${dateTime(issue.supervision.due)} 前`, `by ${dateTime(issue.supervision.due)}`),
    ],
    ['申请延至', 'Extension asked', assignment?.extensionAsked && dateTime(assignment.extensionAsked.until)],
    [
      '暂停',
      'Paused',
      work?.pause &&
        `${say(pauseReasonWords[work.pause.reason])} · ${say('恢复于', 'resumes')} ${dateTime(work.pause.resumeAt)}`,
    ],
    ['未接通', 'Failed calls', 'failedCalls' in issue && issue.failedCalls?.join('、')],
    ['退单次数', 'Returns', issue.returns?.length],
    ['升级次数', 'Stepped up', issue.steppedUp],
    ['办结', 'Closure', closure && `${say(closureTypeWords[closure.type])} · ${dateTime(closure.at)}`],
    [
      '依据',
      'Rests on',
      closure?.cited?.length || closure?.citedElse ? (
        <Cited key="cited" ids={closure.cited ?? []} more={closure.citedElse} />
      ) : undefined,
    ],
    [
      '回访确认',
      'Confirmation',
      confirmation &&
        [
          say(confirmationWords[confirmation.result]),
          confirmation.satisfaction && say(satisfactionWords[confirmation.satisfaction]),
          dateTime(confirmation.at),
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [
      '结果核验',
      'Verification',
      verification && `${say(verificationWords[verification.what])} · ${verification.on}`,
    ],
  ]
  return (
    <section aria-label={say('基本情况', 'Facts')}>
      <h2>{say('基本情况', 'Facts')}</h2>
      <dl className="facts">
        {rows
          .filter(([, , value]) => value)
          .map(([zh, en, value]) => (
            <div key={en}>
              <dt>{say(zh, en)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
