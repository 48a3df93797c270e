import { useNames } from '../app/use-me.ts'
import { useSay } from '../words/language.tsx'
import { Field } from './field.tsx'
import { NativeSelect } from './native-select.tsx'

/** One of the banks of the directory. */
export const BankChoice = ({
  bank,
  onChange,
}: {
  bank: string | undefined
  onChange: (bank: string) => void
}) => {
  const say = useSay()
  const { directory } = useNames()
  return (
    <Field label={say('银行', 'Bank')} required>
      {(ids) => (
        <NativeSelect {...ids} value={bank} onChange={(event) => onChange(event.target.value)}>
          {directory?.banks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </Field>
  )
}
