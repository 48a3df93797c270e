import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkflowView } from '../../../../core/api/workflow.ts'
import type { Issue } from '../../../../core/issue/issue.ts'
import { standingOf } from '../../../../core/issue/standing.ts'
import { failureOf } from '../../api/failure.ts'
import { workflowQuery } from '../../api/queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Scroll } from '../../parts/scroll.tsx'
import { useSay } from '../../words/language.tsx'
import { stateWords } from '../../words/states.ts'
import { box, layOut } from './workflow-layout.ts'

/** The state that the workflow has chosen for the issue as it is. */
const stateOf = (view: WorkflowView, issue: Issue) => {
  const standing = standingOf(issue)
  return view.states.flatMap((state) => state.ways).find((way) => way.when === standing)?.to
}

const Drawing = ({ view, at }: { view: WorkflowView; at: string | undefined }) => {
  const say = useSay()
  const { placed, lines, width, height } = layOut(view)
  const wordOf = (name: string) => say(stateWords[name] ?? name, name)
  return (
    <Scroll className="drawing" label={say('流程图，可左右滚动', 'Workflow, scrolls sideways')}>
      <svg viewBox={`-4 -4 ${width + 8} ${height + 8}`} width={width + 8} height={height + 8} role="img">
        <title>
          {say('流程现在停在：', 'The workflow stands at: ')}
          {at ? wordOf(at) : say('未知', 'unknown')}
        </title>
        {lines.map(({ from, to, d, otherwise, back }) => (
          <path key={`${from}>${to}`} d={d} className={otherwise || back ? 'aside' : undefined} />
        ))}
        {placed.map(({ name, kind, x, y }) => (
          <g key={name} transform={`translate(${x} ${y})`} className={name === at ? 'here' : kind}>
            <rect width={box.width} height={box.height} rx={kind === 'choice' ? 18 : 5} />
            <text x={box.width / 2} y={box.height / 2}>
              {wordOf(name)}
            </text>
          </g>
        ))}
      </svg>
    </Scroll>
  )
}

/** Where the issue's workflow stands, drawn from the definition that runs; asked for when it is opened. */
export const Workflow = ({ issue }: { issue: Issue }) => {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const found = useQuery({ ...workflowQuery('issue-lifecycle'), enabled: open })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('流程图', 'Workflow')}</summary>
      {found.data && <Drawing view={found.data} at={stateOf(found.data, issue)} />}
      {found.isError && <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />}
    </details>
  )
}
