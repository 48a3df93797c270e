import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import {
  categoryWords,
  closureTypeWords,
  confirmationWords,
  stageWords,
  visitKindWords,
} from '../../../../core/words.ts'
import { failureOf } from '../../api/failure.ts'
import { type Timeline, timelineQuery } from '../../api/firm-queries.ts'
import { useNames } from '../../app/use-me.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { dateTime } from '../../words/time.ts'

type Line = Timeline['items'][number]

const VisitLine = ({ line }: { line: Extract<Line, { what: 'visit' }> }) => {
  const say = useSay()
  const { nameOf } = useNames()
  return (
    <>
      <b>{say(visitKindWords[line.kind])}</b> {line.on} {nameOf(line.team)} {line.byName ?? nameOf(line.by)}
      <p>
        {[line.title, line.line, line.noIssues && say('本次无诉求', 'no issues this time')]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

const IssueLine = ({ line }: { line: Extract<Line, { what: 'issue' }> }) => {
  const say = useSay()
  const { nameOf } = useNames()
  return (
    <>
      <Link to="/issues/$id" params={{ id: line.id }}>
        {say(categoryWords[line.category])} {line.id}
      </Link>{' '}
      {say(stageWords[line.stage])} {nameOf(line.department)}
      <p>{line.asked}</p>
      {line.answers.map((answer) => (
        <p key={answer.at + answer.text} className="said">
          {say('答复', 'Answered')} {dateTime(answer.at)}：{answer.text}
        </p>
      ))}
      {line.closure && (
        <p>
          {say('部门办结', 'Department')}：{say(closureTypeWords[line.closure])}
        </p>
      )}
      {line.confirmation && (
        <p>
          {say('企业确认', 'Firm')}：{say(confirmationWords[line.confirmation])}
        </p>
      )}
    </>
  )
}

/** Who visited, what was asked, what was answered. */
export const FirmTimeline = ({ uscc }: { uscc: string }) => {
  const say = useSay()
  const found = useInfiniteQuery(timelineQuery(uscc))
  const lines = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-label={say('往来', 'Timeline')}>
      <h2>{say('往来', 'Timeline')}</h2>
      {found.isError && <FailureBox failure={failureOf(found.error)} />}
      {found.isSuccess && lines.length === 0 && <p>{say('还没有走访和诉求。', 'Nothing yet.')}</p>}
      <ol className="timeline" aria-label={say('走访与诉求', 'Visits and issues')}>
        {lines.map((line) => (
          <li key={line.id}>
            {line.what === 'visit' ? <VisitLine line={line} /> : <IssueLine line={line} />}
          </li>
        ))}
      </ol>
      {found.hasNextPage && (
        <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {say('更早的', 'Earlier')}
        </Button>
      )}
    </section>
  )
}
