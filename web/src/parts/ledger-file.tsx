import { useSay } from '../words/language.tsx'
import type { Word } from '../words/language-of.ts'
import { Field } from './field.tsx'

type Props = {
  label: Word
  hint: Word
  fault?: string | undefined
  onPick: (picked: File | undefined) => void
}

/** A table from another program, to be picked on this device. */
export const LedgerFile = ({ label, hint, fault, onPick }: Props) => {
  const say = useSay()
  return (
    <Field label={say(label)} required hint={say(hint)} fault={fault}>
      {(ids) => (
        <input
          {...ids}
          type="file"
          accept=".xlsx,.csv"
          onChange={(event) => onPick(event.target.files?.[0])}
        />
      )}
    </Field>
  )
}
