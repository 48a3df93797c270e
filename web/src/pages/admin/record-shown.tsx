import { useSay } from '../../words/language.tsx'
import { wordOfField, wordOfValue } from './field-words.ts'

/** A value of a record as people read it, however deep it goes. */
export const Shown = ({ field, value }: { field: string; value: unknown }) => {
  const say = useSay()
  if (value === true) return <>{say('是', 'yes')}</>
  if (value === false) return <>{say('否', 'no')}</>
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object')) return <>{value.join('、')}</>
    return (
      <ol>
        {value.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is in a list has no name but its place
          <li key={index}>
            <Shown field={field} value={one} />
          </li>
        ))}
      </ol>
    )
  }
  if (typeof value === 'object' && value !== null) return <Fields record={value} />
  return <>{say(wordOfValue(field, String(value)))}</>
}

export const Fields = ({ record, without = [] }: { record: object; without?: readonly string[] }) => {
  const say = useSay()
  return (
    <dl className="facts">
      {Object.entries(record)
        .filter(([name]) => !without.includes(name))
        .map(([name, value]) => (
          <div key={name}>
            <dt>{say(wordOfField(name))}</dt>
            <dd>
              <Shown field={name} value={value} />
            </dd>
          </div>
        ))}
    </dl>
  )
}
