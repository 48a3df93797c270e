import type { MonthEstimate } from '../../../../core/tax-refund/answer.ts'
import { taxRefundAnswerWords } from '../../../../core/tax-refund/answer-words.ts'
import { useSay } from '../../words/language.tsx'
import { inWan } from '../../words/money.ts'

const names: Record<MonthEstimate['conditions'][number]['id'], { zh: string; en: string }> = {
  generalTaxpayer: { zh: '一般纳税人', en: 'General taxpayer' },
  creditGrade: { zh: '信用级别', en: 'Credit grade' },
  fraud: { zh: '骗税、虚开', en: 'Fraud' },
  evasion: { zh: '偷税处罚', en: 'Evasion' },
  refundOnCollection: { zh: '即征即退', en: 'Refund on collection' },
  periodEnds: { zh: '各期末余额', en: 'Period ends' },
  floor: { zh: '新增50万元', en: 'The floor' },
}

/** What one filing month would bring: the amount, each condition with its text and source, and the calculation. */
export const MonthResult = ({ estimate, note }: { estimate: MonthEstimate; note?: string }) => {
  const say = useSay()
  const { filingMonth, amountYuan, classification, conditions, steps, missing, verdict } = estimate
  const heading = say(`${filingMonth} 申请`, `Applying in ${filingMonth}`)
  return (
    <section className="card" aria-label={heading}>
      <h3>{heading}</h3>
      <p>
        <strong>
          {say('估算：', 'Estimate: ')}
          {amountYuan === undefined ? '—' : inWan(amountYuan, say)}
        </strong>{' '}
        {say(taxRefundAnswerWords[verdict])}
      </p>
      {note && <p>{note}</p>}
      <p>
        {say('类别：', 'Class: ')}
        {classification.class === 'undecidable' ? say('不能判定', 'cannot be told') : classification.class}
        {' · '}
        {classification.reason}
      </p>
      <ul aria-label={say('条件', 'Conditions')}>
        {conditions.map(({ id, answer, text, source, unverified, found }) => (
          <li key={id}>
            <b>{say(names[id])}</b>：{say(taxRefundAnswerWords[answer])}
            {found && ` · ${found}`}
            <p className="hint">
              {text}（{source ?? unverified}）
            </p>
          </li>
        ))}
      </ul>
      {steps.length > 0 && (
        <ol aria-label={say('计算过程', 'The calculation')}>
          {steps.map(({ what, how, yuan, share, unverified }) => (
            <li key={what}>
              {what}
              {how && `：${how}`}
              {yuan !== undefined && ` = ${inWan(yuan, say)}`}
              {share !== undefined && ` = ${share}`}
              {unverified && `（${unverified}）`}
            </li>
          ))}
        </ol>
      )}
      {missing.length > 0 && (
        <>
          <h4>{say('还缺这些数据', 'Data that are missing')}</h4>
          <ul>
            {missing.map(({ pointer, what }) => (
              <li key={pointer}>{what}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
