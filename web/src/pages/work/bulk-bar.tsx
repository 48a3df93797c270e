import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Role } from '../../../../core/words.ts'
import type { IssueRow } from '../../api/queries.ts'
import { useSay } from '../../words/language.tsx'
import { acceptAll, type BulkAnswer, routeAsSuggested } from './bulk.ts'
import { BulkResult } from './bulk-result.tsx'

type Props = {
  role: Role
  selected: IssueRow[]
  all: boolean
  onAll: (on: boolean) => void
  onDone: () => void
}

/** What can be done to many at once; each one is judged and answered by itself. */
export const BulkBar = ({ role, selected, all, onAll, onDone }: Props) => {
  const say = useSay()
  const queries = useQueryClient()
  const [working, setWorking] = useState(false)
  const [answer, setAnswer] = useState<BulkAnswer>()
  const toAccept = selected.filter((item) => item.stage === 'assigned')
  const toRoute = selected.filter((item) => item.stage === 'logged')

  const run = async (work: () => Promise<BulkAnswer>) => {
    setWorking(true)
    const result = await work()
    setAnswer(result)
    setWorking(false)
    // What did not get through stays chosen, to be tried again.
    if (!result.failure) onDone()
    await queries.invalidateQueries({ queryKey: ['issues'] })
  }

  return (
    <div className="bulk">
      <label className="all">
        <input
          type="checkbox"
          checked={all}
          ref={(box) => {
            if (box) box.indeterminate = selected.length > 0 && !all
          }}
          onChange={(event) => onAll(event.target.checked)}
        />
        {say(`全选（已选 ${selected.length} 件）`, `All (${selected.length} chosen)`)}
      </label>
      {(role === 'handler' || toAccept.length > 0) && (
        <Button
          type="primary"
          disabled={toAccept.length === 0}
          loading={working}
          onClick={() => void run(() => acceptAll(toAccept))}
        >
          {say(`签收所选（${toAccept.length}）`, `Accept chosen (${toAccept.length})`)}
        </Button>
      )}
      {role === 'dispatcher' && (
        <Button
          type="primary"
          disabled={toRoute.length === 0}
          loading={working}
          onClick={() => void run(() => routeAsSuggested(toRoute))}
        >
          {say(`按建议交办（${toRoute.length}）`, `Route as suggested (${toRoute.length})`)}
        </Button>
      )}
      <BulkResult answer={answer} />
    </div>
  )
}
