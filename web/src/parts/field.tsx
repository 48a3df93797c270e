import { type ReactNode, useId } from 'react'
import { useSay } from '../words/language.tsx'

type Ids = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean; required?: boolean }

/** A labelled field with its hint and its fault; `children` puts the ids on the input itself. */
export const Field = ({
  label,
  required,
  hint,
  fault,
  children,
}: {
  label: string
  required?: boolean
  hint?: string
  fault?: string
  children: (ids: Ids) => ReactNode
}) => {
  const say = useSay()
  const id = useId()
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!required && <small>{say('选填', 'optional')}</small>}
      </label>
      {children({ id, 'aria-describedby': about || undefined, 'aria-invalid': Boolean(fault) })}
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
