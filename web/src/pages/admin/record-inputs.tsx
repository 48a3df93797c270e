import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { directoryQuery } from '../../api/queries.ts'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { useSay } from '../../words/language.tsx'
import { unitsOf, wordOfField } from './field-words.ts'
import type { Node } from './schema-node.ts'

/** What each input of a record is given, by the schema of its field. */
export type FieldProps = {
  node: Node
  name: string
  label?: string
  required: boolean
  value: unknown
  onChange: (value: unknown) => void
  /** Faults by pointer, and where this field stands in it. */
  faults: Record<string, string>
  path: string
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Numbers as they are typed: what is none is sent as it stands, and the server says so. */
const numberFrom = (text: string) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text)

export const useLabel = ({ name, label }: FieldProps) => {
  const say = useSay()
  return label ?? say(wordOfField(name))
}

export const Select = (props: FieldProps & { choices: readonly { value: string; label: string }[] }) => {
  const { required, value, onChange, faults, path, choices } = props
  const say = useSay()
  return (
    <Field label={useLabel(props)} required={required} fault={faults[path]}>
      {(ids) => (
        <NativeSelect
          {...ids}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{say('请选择', 'Choose')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  )
}

export const UnitSelect = (props: FieldProps) => {
  const { data } = useQuery(directoryQuery)
  const units = data?.[unitsOf(props.name) ?? 'departments'] ?? []
  return (
    <Select {...props} choices={units.map(({ id, name }) => ({ value: id, label: `${name}（${id}）` }))} />
  )
}

export const Text = (props: FieldProps) => {
  const { node, required, value, onChange, faults, path } = props
  const isNumber = node.type === 'integer' || node.type === 'number'
  const shown = value === undefined ? '' : String(value)
  const change = (text: string) => onChange(text === '' ? undefined : isNumber ? numberFrom(text) : text)
  return (
    <Field label={useLabel(props)} required={required} fault={faults[path]}>
      {(ids) =>
        (node.maxLength ?? 0) > 200 ? (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 2 }}
            value={shown}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <Input
            {...ids}
            type={node.format === 'date' ? 'date' : 'text'}
            inputMode={isNumber ? 'decimal' : undefined}
            autoComplete="off"
            value={shown}
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </Field>
  )
}

/** Words, one in each line. */
export const Lines = (props: FieldProps) => {
  const { required, value, onChange, faults, path } = props
  const say = useSay()
  const list: unknown[] = Array.isArray(value) ? value : []
  const fault = Object.entries(faults).find(([where]) => where === path || where.startsWith(`${path}/`))
  return (
    <Field
      label={useLabel(props)}
      required={required}
      hint={say('每行一项。', 'One in each line.')}
      {...(fault && { fault: fault[1] })}
    >
      {(ids) => (
        <Input.TextArea
          {...ids}
          autoSize={{ minRows: 2, maxRows: 12 }}
          defaultValue={list.join('\n')}
          onChange={(event) => {
            const lines = linesOf(event.target.value)
            onChange(lines.length > 0 || required ? lines : undefined)
          }}
        />
      )}
    </Field>
  )
}

export const Check = (props: FieldProps) => (
  <p className="field">
    <Checkbox
      checked={props.value === true}
      onChange={(event) => props.onChange(event.target.checked || undefined)}
    >
      {useLabel(props)}
    </Checkbox>
  </p>
)
