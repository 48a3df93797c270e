import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { directoryQuery } from '../../api/queries.ts'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { useSay } from '../../words/language.tsx'
import { unitsOf, wordOfField, wordOfValue } from './field-words.ts'
import { fieldsOf, type Node, variantName, variantOf, variantsOf } from './schema-node.ts'

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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Numbers as they are typed: what is none is sent as it stands, and the server says so. */
const numberFrom = (text: string) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text)

const useLabel = ({ name, label }: FieldProps) => {
  const say = useSay()
  return label ?? say(wordOfField(name))
}

const Select = (props: FieldProps & { choices: readonly { value: string; label: string }[] }) => {
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

const UnitSelect = (props: FieldProps) => {
  const { data } = useQuery(directoryQuery)
  const units = data?.[unitsOf(props.name) ?? 'departments'] ?? []
  return (
    <Select {...props} choices={units.map(({ id, name }) => ({ value: id, label: `${name}（${id}）` }))} />
  )
}

const Text = (props: FieldProps) => {
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
const Lines = (props: FieldProps) => {
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

const Group = (props: FieldProps) => {
  const { node, value, onChange, faults, path } = props
  const fields = fieldsOf(node).filter(
    (field) => field.node.const === undefined || field.node.type === 'boolean',
  )
  const inside = isRecord(value) ? value : {}
  const fixed = variantName(node).fixed
  return (
    <fieldset className="card">
      <legend>{useLabel(props)}</legend>
      {faults[path] && (
        <p className="fault" role="alert">
          {faults[path]}
        </p>
      )}
      {fields.map((field) => (
        <RecordField
          key={field.name}
          {...field}
          value={inside[field.name]}
          faults={faults}
          path={`${path}/${field.name}`}
          onChange={(next) => {
            const { [field.name]: _, ...rest } = inside
            const all = { ...fixed, ...rest, ...(next !== undefined && { [field.name]: next }) }
            onChange(Object.keys(all).length > 0 ? all : undefined)
          }}
        />
      ))}
    </fieldset>
  )
}

const Variants = (props: FieldProps & { variants: readonly Node[] }) => {
  const { variants, value, onChange, name, required, faults, path } = props
  const say = useSay()
  const label = useLabel(props)
  const chosen = variantOf(variants, value)
  const node = variants[chosen]
  return (
    <>
      <Field
        label={say(`${label}：计法`, `${label}: kind`)}
        required={required}
        {...(faults[path] && { fault: faults[path] })}
      >
        {(ids) => (
          <NativeSelect
            {...ids}
            value={String(chosen)}
            onChange={(event) => {
              const next = variants[Number(event.target.value)]
              onChange(
                next && (variantName(next).fixed ?? { [Object.keys(next.properties ?? {})[0] ?? '']: 1 }),
              )
            }}
          >
            <option value="-1">{say('请选择', 'Choose')}</option>
            {variants.map((variant, index) => (
              <option key={variantName(variant).name} value={String(index)}>
                {say(wordOfField(variantName(variant).name))}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      {node && <Group {...props} node={node} name={name} label={label} />}
    </>
  )
}

const Items = (props: FieldProps & { item: Node }) => {
  const { item, value, onChange, faults, path, name } = props
  const say = useSay()
  const label = useLabel(props)
  const list: unknown[] = Array.isArray(value) ? value : []
  return (
    <fieldset className="card">
      <legend>{label}</legend>
      {faults[path] && (
        <p className="fault" role="alert">
          {faults[path]}
        </p>
      )}
      {list.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is in a list has no name but its place
        <div key={index}>
          <RecordField
            node={item}
            name={name}
            label={`${label} ${index + 1}`}
            required
            value={one}
            faults={faults}
            path={`${path}/${index}`}
            onChange={(next) => onChange(list.with(index, next ?? {}))}
          />
          <Button size="small" onClick={() => onChange(list.toSpliced(index, 1))}>
            {say(`删去${label} ${index + 1}`, `Remove ${label} ${index + 1}`)}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...list, {}])}>{say(`添加${label}`, `Add ${label}`)}</Button>
    </fieldset>
  )
}

const Check = (props: FieldProps) => (
  <p className="field">
    <Checkbox
      checked={props.value === true}
      onChange={(event) => props.onChange(event.target.checked || undefined)}
    >
      {useLabel(props)}
    </Checkbox>
  </p>
)

/** One field of a record as its schema has it, with all that stands below it. */
export const RecordField = (props: FieldProps) => {
  const { node, name } = props
  const say = useSay()
  const variants = variantsOf(node)
  if (variants) return <Variants {...props} variants={variants} />
  if (node.enum) {
    const choices = node.enum.map((one) => ({
      value: String(one),
      label: say(wordOfValue(name, String(one))),
    }))
    return <Select {...props} choices={choices} />
  }
  if (node.type === 'boolean' || node.const === true) return <Check {...props} />
  if (node.type === 'array') {
    const item = node.items ?? {}
    return item.type === 'object' || variantsOf(item) ? (
      <Items {...props} item={item} />
    ) : (
      <Lines {...props} />
    )
  }
  if (node.type === 'object') return <Group {...props} />
  return unitsOf(name) && node.type === 'string' ? <UnitSelect {...props} /> : <Text {...props} />
}
