import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { failureOf } from '../../api/failure.ts'
import { fairQuery } from '../../api/hiring-queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'

/** The issues that took part in a fair, by the firm's name; read when they are asked for. */
export const FairIssues = ({ id }: { id: string }) => {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const found = useQuery({ ...fairQuery(id), enabled: open })
  return (
    <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('参加的诉求', 'Issues that took part')}</summary>
      {found.isError && <FailureBox failure={failureOf(found.error)} />}
      {found.isSuccess && found.data.issues.length === 0 && (
        <p>{say('没有登记参加的诉求。', 'No issue is recorded.')}</p>
      )}
      <ul>
        {found.data?.issues.map((issue) => (
          <li key={issue.id}>
            <Link to="/issues/$id" params={{ id: issue.id }}>
              {issue.firm} {issue.id}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
