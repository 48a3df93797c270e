import { Button } from 'antd'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { useSay } from '../../words/language.tsx'
import { unitsOf, wordOfField, wordOfValue } from './field-words.ts'
import { Check, type FieldProps, Lines, Select, Text, UnitSelect, useLabel } from './record-inputs.tsx'
import { fieldsOf, type Node, variantName, variantOf, variantsOf } from './schema-node.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record within a record. */
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
