import type { Issue } from '../../../../core/issue/issue.ts'
import { lifecycle, type Step } from '../../../../core/lifecycle.ts'
import { endStages, keysOf, type Stage, stageWords } from '../../../../core/words.ts'
import { useSay } from '../../words/language.tsx'

const isEnd = (stage: Stage) => (endStages as readonly Stage[]).includes(stage)
const way = keysOf(stageWords).filter((stage) => !isEnd(stage))
const steps: readonly Step[] = Object.values(lifecycle)

/** The ways on from a stage, as the lifecycle's table has them. */
const waysFrom = (stage: Stage) =>
  steps.flatMap((step) =>
    step.from !== 'nothing' && step.from.includes(stage)
      ? (step.to ?? []).filter((to) => to !== stage).map((to) => ({ step, to }))
      : [],
  )

/** Where the issue stands, drawn from the lifecycle's table. */
export const Standing = ({ issue }: { issue: Issue }) => {
  const say = useSay()
  const at = way.indexOf(issue.stage)
  const shown = isEnd(issue.stage) ? [issue.stage] : way
  const ways = waysFrom(issue.stage)
  return (
    <figure className="standing" aria-label={say('办到哪一步', 'Where it stands')}>
      <ol>
        {shown.map((stage, index) => (
          <li
            key={stage}
            aria-current={stage === issue.stage ? 'step' : undefined}
            className={index < at ? 'past' : undefined}
          >
            {say(stageWords[stage])}
          </li>
        ))}
      </ol>
      {ways.length > 0 && (
        <figcaption className="hint">
          {say('接下来：', 'Next: ')}
          {ways.map(({ step, to }) => `${say(step)} → ${say(stageWords[to])}`).join(say('；', '; '))}
        </figcaption>
      )}
    </figure>
  )
}
