import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import type { Post } from '../../../../core/issue/hiring.ts'
import type { Issue } from '../../../../core/issue/issue.ts'
import { policiesQuery } from '../../api/firm-queries.ts'
import { fairsQuery } from '../../api/hiring-queries.ts'
import type { Directory } from '../../api/queries.ts'
import { useNames } from '../../app/use-me.ts'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { useSay } from '../../words/language.tsx'
import type { Say } from '../../words/language-of.ts'
import { today } from '../../words/time.ts'
import type { CommandField as Described } from './command-fields.ts'
import { Several, StayCounts } from './many-inputs.tsx'

type Props = {
  field: Described
  value: string
  /** The issue's posts, where a field is about them. */
  posts?: readonly Post[] | undefined
  /** The issue's files, where the field names one. */
  files?: Issue['files']
  fault: string | undefined
  onChange: (value: string) => void
}

/** Units of the directory: departments, or banks. */
const Units = ({ field, value, fault, onChange }: Props) => {
  const say = useSay()
  const { directory } = useNames()
  const units = field.kind === 'banks' ? directory?.banks : directory?.departments
  const chosen = value ? value.split(',') : []
  return (
    <fieldset className="choice">
      <legend>
        {say(field)}
        {!field.required && <small>{say('选填', 'optional')}</small>}
      </legend>
      <Checkbox.Group
        value={chosen}
        onChange={(next) => onChange(next.join(','))}
        options={(units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  )
}

/** The policies in force; the sample ones say so in their titles. */
const Policies = ({ field, value, fault, onChange }: Props) => {
  const say = useSay()
  const { data } = useQuery(policiesQuery)
  if (!data || data.items.length === 0) return null
  return (
    <fieldset className="choice">
      <legend>
        {say(field)}
        <small>{say('选填', 'optional')}</small>
      </legend>
      <Checkbox.Group
        value={value ? value.split(',') : []}
        onChange={(next) => onChange(next.join(','))}
        options={data.items.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  )
}

/** Fairs of this year and the last, which is as far back as help is reported late. */
const Fairs = ({ field, value, fault, onChange }: Props) => {
  const say = useSay()
  const year = Number(today().slice(0, 4))
  const years = [useInfiniteQuery(fairsQuery(`${year}`)), useInfiniteQuery(fairsQuery(`${year - 1}`))]
  const fairs = years.flatMap(({ data }) => data?.pages.flatMap(({ items }) => items) ?? [])
  return (
    <Field label={say(field)} hint={field.hint && say(field.hint)} fault={fault}>
      {(ids) => (
        <NativeSelect {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{say('请选择', 'Choose')}</option>
          {fairs.map(({ id, title, on }) => (
            <option key={id} value={id}>
              {on} {title}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  )
}

type Options = (readonly [id: string, name: string])[]

/** What can be chosen from a list; nothing where the field is typed. */
const optionsOf = (
  field: Described,
  directory: Directory | undefined,
  say: Say,
  { posts = [], files = [] }: Pick<Props, 'posts' | 'files'>,
): Options | undefined => {
  switch (field.kind) {
    case 'post':
      return posts
        .filter((post) => !post.cancelledAt)
        .map(({ id, title, headcount }) => [id, `${id} ${title}（${headcount}）`])
    case 'file':
      return files.map(({ id, name }) => [id, name])
    case 'department':
      return (directory?.departments ?? []).map(({ id, name }) => [id, name])
    case 'bank':
      return (directory?.banks ?? []).map(({ id, name }) => [id, name])
    case 'handler':
      return (directory?.users ?? [])
        .filter(({ role }) => role === 'handler')
        .map(({ id, name }) => [id, name])
    case 'list':
      return Object.entries(field.words ?? {}).map(([key, word]) => [key, say(word)])
    default:
      return undefined
  }
}

/** One field of a command's form. */
export const CommandField = (props: Props) => {
  const say = useSay()
  const { directory } = useNames()
  const { field, value, fault, onChange } = props
  if (field.kind === 'several') return <Several {...props} />
  if (field.kind === 'stay') return <StayCounts {...props} />
  if (field.kind === 'departments' || field.kind === 'banks') return <Units {...props} />
  if (field.kind === 'policies') return <Policies {...props} />
  if (field.kind === 'fair') return <Fairs {...props} />
  if (field.kind === 'choice' || field.kind === 'yesNo') {
    return (
      <Choice
        label={say(field)}
        words={field.words ?? {}}
        value={value}
        onChange={onChange}
        fault={fault}
        required={field.required}
      />
    )
  }
  const options = optionsOf(field, directory, say, props)
  return (
    <Field label={say(field)} required={field.required} hint={field.hint && say(field.hint)} fault={fault}>
      {(ids) => {
        const common = {
          ...ids,
          value,
          onChange: (event: { target: { value: string } }) => onChange(event.target.value),
        }
        if (field.kind === 'long')
          return <Input.TextArea {...common} autoSize={{ minRows: 2 }} maxLength={4000} />
        if (options) {
          return (
            <NativeSelect {...common}>
              <option value="">{say('请选择', 'Choose')}</option>
              {options.map(([key, name]) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          )
        }
        if (field.kind === 'date' || field.kind === 'month') return <Input {...common} type={field.kind} />
        if (field.kind === 'short') return <Input {...common} maxLength={100} />
        return <Input {...common} inputMode={field.kind === 'issue' ? 'text' : 'decimal'} />
      }}
    </Field>
  )
}
