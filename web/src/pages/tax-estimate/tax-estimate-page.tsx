import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { TaxRefundEstimate } from '../../../../core/tax-refund/answer.ts'
import { attempt } from '../../api/call.ts'
import { type Failure, faultsOf } from '../../api/failure.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'
import { thisMonth } from '../../words/time.ts'
import {
  balanceFields,
  type EstimateField,
  type EstimateTyped,
  firmFields,
  readEstimate,
  realEstateField,
  shareFields,
} from './estimate-form.ts'
import { MonthResult } from './month-result.tsx'

/** A pre-check and estimate of a VAT credit refund: nothing of it is kept, here or at the office. */
export const TaxEstimatePage = () => {
  const say = useSay()
  const [typed, setTyped] = useState<EstimateTyped>({ filingMonth: thisMonth() })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<Failure>()
  const [result, setResult] = useState<TaxRefundEstimate>()
  const [sending, setSending] = useState(false)

  const change = (name: string, value: string) => {
    setTyped({ ...typed, [name]: value })
    // What stands beside the form belongs to what was typed before.
    setResult(undefined)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const read = readEstimate(typed)
    setFaults('faults' in read ? read.faults : {})
    if ('faults' in read) return
    setSending(true)
    const outcome = await attempt<unknown>({ method: 'POST', path: '/tax-refund/estimates', body: read.body })
    setSending(false)
    setFailure(outcome.ok ? undefined : outcome.failure)
    setFaults(outcome.ok ? {} : faultsOf(outcome.failure))
    const answer = outcome.ok ? TaxRefundEstimate.safeParse(outcome.value) : undefined
    setResult(answer?.data)
    if (answer && !answer.success) setFailure({ kind: 'broken', status: 200 })
  }
  const line = (field: EstimateField) =>
    field.kind === 'choice' ? (
      <Choice
        key={field.name}
        label={say(field)}
        words={field.words ?? {}}
        value={typed[field.name]}
        onChange={(value) => change(field.name, value)}
        {...(faults[field.name] && { fault: faults[field.name] })}
      />
    ) : (
      <Field key={field.name} label={say(field)} required={field.required} fault={faults[field.name]}>
        {(ids) => (
          <Input
            {...ids}
            type={field.kind === 'month' ? 'month' : 'text'}
            inputMode={field.kind === 'month' ? undefined : 'decimal'}
            value={typed[field.name] ?? ''}
            onChange={(event) => change(field.name, event.target.value)}
          />
        )}
      </Field>
    )
  return (
    <section>
      <h1>{say('留抵退税估算', 'Estimate of a VAT credit refund')}</h1>
      <p className="hint">
        {say(
          '只填合计数，不填发票；不留存任何内容。结果是估算，以主管税务机关审核为准。',
          'Totals only, no invoices; nothing is kept. The result is an estimate; the tax office decides.',
        )}
      </p>
      <form aria-label={say('估算', 'Estimate')} noValidate onSubmit={(event) => void submit(event)}>
        <fieldset className="card">
          <legend>{say('企业情况', 'The firm')}</legend>
          {firmFields.map(line)}
        </fieldset>
        <fieldset className="card">
          <legend>{say('近12个月销售额占比和进项构成', 'Shares of sales and inputs')}</legend>
          <div className="pair">{shareFields.map(line)}</div>
        </fieldset>
        <fieldset className="card">
          <legend>{say('期末留抵税额', 'Credit at the ends of months')}</legend>
          <div className="pair">{[...balanceFields(typed), realEstateField].map(line)}</div>
        </fieldset>
        <FailureBox failure={failure} />
        <Button type="primary" htmlType="submit" loading={sending}>
          {say('估算', 'Estimate')}
        </Button>
      </form>
      {result && (
        <section aria-label={say('估算结果', 'The estimate')} aria-live="polite">
          <h2>{say('估算结果', 'The estimate')}</h2>
          <div className="beside">
            <MonthResult estimate={result} />
            {result.beside && <MonthResult estimate={result.beside} note={result.beside.note} />}
          </div>
          <ul>
            {result.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <p className="hint">
            {say('规则：', 'Rules: ')}
            {result.rules.title}（{result.rules.validFrom}）
          </p>
        </section>
      )}
    </section>
  )
}
