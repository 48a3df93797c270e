import { useId } from 'react'
import { useSay } from '../words/language.tsx'
import type { Word } from '../words/language-of.ts'

/** A few choices, all to be seen and each one tap; the browser's own radio buttons, so that every device can. */
export const Choice = <T extends string>({
  label,
  words,
  value,
  onChange,
  fault,
  required,
}: {
  label: string
  words: Readonly<Partial<Record<T, Word>>>
  value: T | undefined
  onChange: (value: T) => void
  fault?: string
  required?: boolean
}) => {
  const say = useSay()
  const name = useId()
  const choices = Object.entries(words) as [T, Word][]
  return (
    <fieldset className="choice" aria-describedby={fault ? `${name}-fault` : undefined}>
      <legend>
        {label}
        {!required && <small>{say('选填', 'optional')}</small>}
      </legend>
      <div>
        {choices.map(([key, word]) => (
          <label key={key} className={key === value ? 'chosen' : undefined}>
            <input type="radio" name={name} checked={key === value} onChange={() => onChange(key)} />
            {say(word)}
          </label>
        ))}
      </div>
      {fault && (
        <p id={`${name}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
    </fieldset>
  )
}
