import { Input } from 'antd'
import { useSay } from '../words/language.tsx'
import { Field } from './field.tsx'

type Props = { label?: string; month: string; onChange: (month: string) => void }

/** Which month a page is about; there is always one. */
export const MonthField = ({ label, month, onChange }: Props) => {
  const say = useSay()
  return (
    <Field label={label ?? say('月份', 'Month')} required>
      {(ids) => (
        <Input
          {...ids}
          type="month"
          value={month}
          onChange={(event) => event.target.value && onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
