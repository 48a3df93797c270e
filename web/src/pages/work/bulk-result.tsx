import { Link } from '@tanstack/react-router'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import type { BulkAnswer } from './bulk.ts'

export const BulkResult = ({ answer }: { answer: BulkAnswer | undefined }) => {
  const say = useSay()
  return (
    <div role="status" className="bulk-result">
      {answer && (
        <>
          <FailureBox failure={answer.failure} />
          <p>
            {say(
              `办成 ${answer.done} 件，未办成 ${answer.refused.length} 件。`,
              `${answer.done} done, ${answer.refused.length} not.`,
            )}
          </p>
          {answer.refused.length > 0 && (
            <ul>
              {answer.refused.map((one) => (
                <li key={one.id}>
                  <Link to="/issues/$id" params={{ id: one.id }}>
                    {one.firm}
                  </Link>{' '}
                  {say(one)}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  )
}
