import { Button } from 'antd'
import { categoryWords, type Stage, stageWords } from '../../../../core/words.ts'
import type { Me } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { useSay } from '../../words/language.tsx'
import { type Filter, looksEverywhere, queuesOf } from './filter.ts'

const open: Stage[] = ['logged', 'assigned', 'handling', 'confirming', 'closed']

const Queues = ({
  me,
  queue,
  onChange,
}: {
  me: Me
  queue: string | undefined
  onChange: (queue: string) => void
}) => {
  const say = useSay()
  const { directory } = useNames()
  const units = looksEverywhere(me.role) ? (directory?.departments ?? []) : []
  return (
    <Field label={say('队列', 'Queue')} required>
      {(ids) => (
        <NativeSelect {...ids} value={queue} onChange={(event) => onChange(event.target.value)}>
          {queuesOf(me).map(({ id, word }) => (
            <option key={id} value={id}>
              {say(word)}
            </option>
          ))}
          {units.map(({ id, name }) => (
            <option key={id} value={`department:${id}`}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  )
}

type Props = { me: Me; filter: Filter; onChange: (filter: Filter) => void }

export const Filters = ({ me, filter, onChange }: Props) => {
  const say = useSay()
  const set = (part: Partial<Record<keyof Filter, string>>) => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value)
    onChange(Object.fromEntries(next) as Filter)
  }
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()}>
      {filter.firm ? (
        <p>
          {say(`企业 ${filter.firm} 的诉求`, `Issues of ${filter.firm}`)}{' '}
          <Button size="small" onClick={() => set({ firm: '' })}>
            {say('回到队列', 'Back to the queue')}
          </Button>
        </p>
      ) : (
        <Queues me={me} queue={filter.queue} onChange={(queue) => set({ queue })} />
      )}
      <Field label={say('阶段', 'Stage')} required>
        {(ids) => (
          <NativeSelect
            {...ids}
            value={filter.stage ?? ''}
            onChange={(event) => set({ stage: event.target.value })}
          >
            <option value="">{say('全部', 'All')}</option>
            {open.map((stage) => (
              <option key={stage} value={stage}>
                {say(stageWords[stage])}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <Field label={say('类别', 'Category')} required>
        {(ids) => (
          <NativeSelect
            {...ids}
            value={filter.category ?? ''}
            onChange={(event) => set({ category: event.target.value })}
          >
            <option value="">{say('全部', 'All')}</option>
            {Object.entries(categoryWords).map(([category, word]) => (
              <option key={category} value={category}>
                {say(word)}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
    </form>
  )
}
