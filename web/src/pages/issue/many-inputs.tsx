import { Checkbox, Input } from 'antd'
import type { Post } from '../../../../core/issue/hiring.ts'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'
import type { CommandField as Described } from './command-fields.ts'

type Props = {
  field: Described
  value: string
  fault: string | undefined
  onChange: (value: string) => void
}

/** Any number of a list of words. */
export const Several = ({ field, value, onChange }: Props) => {
  const say = useSay()
  return (
    <fieldset className="choice">
      <legend>
        {say(field)}
        <small>{say('选填', 'optional')}</small>
      </legend>
      <Checkbox.Group
        value={value ? value.split(',') : []}
        onChange={(next) => onChange(next.join(','))}
        options={Object.entries(field.words ?? {}).map(([key, word]) => ({ value: key, label: say(word) }))}
      />
    </fieldset>
  )
}

/** How many of those who came to each post are still there: `P1:5,P2:0`. */
export const StayCounts = ({
  value,
  posts = [],
  fault,
  onChange,
}: Props & { posts?: readonly Post[] | undefined }) => {
  const say = useSay()
  const came = posts.filter(({ funnel }) => funnel.arrived)
  const typed = new Map(value.split(',').map((one) => one.split(':') as [string, string]))
  const change = (id: string, people: string) => {
    typed.set(id, people)
    onChange(came.map((post) => `${post.id}:${typed.get(post.id) ?? ''}`).join(','))
  }
  return came.map(({ id, title, funnel }, index) => (
    <Field
      key={id}
      label={say(
        `${id} ${title}：到岗${funnel.arrived}人，现在岗（人）`,
        `${id} ${title}: still there of ${funnel.arrived}`,
      )}
      required
      {...(index === 0 && fault && { fault })}
    >
      {(ids) => (
        <Input
          {...ids}
          inputMode="numeric"
          value={typed.get(id) ?? ''}
          onChange={(event) => change(id, event.target.value)}
        />
      )}
    </Field>
  ))
}
