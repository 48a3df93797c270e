import { Link } from '@tanstack/react-router'
import type { Issue } from '../../../../core/issue/issue.ts'
import { missingFor, missingPapers } from '../../../../core/issue/missing.ts'
import { taxRefundAnswerWords } from '../../../../core/tax-refund/answer-words.ts'
import { deviationBp, presentApplication, refundClock } from '../../../../core/tax-refund/progress.ts'
import { refundPaperWords, refundStepWords, saidByWords } from '../../../../core/tax-refund/progress-words.ts'
import { keysOf } from '../../../../core/words.ts'
import type { Me } from '../../api/queries.ts'
import { useSay } from '../../words/language.tsx'
import { inWan } from '../../words/money.ts'
import { dateTime } from '../../words/time.ts'
import { Checklist } from './checklist.tsx'
import { lackingOf } from './lacking.ts'
import type { OpenForm } from './open-form.ts'

/** The way of a tax refund as it was reported: who said so, for which day; the tax office's time while it runs. */
export const RefundPanel = ({ issue, me, onOpen }: { issue: Issue; me: Me; onOpen: OpenForm }) => {
  const say = useSay()
  const { refund } = issue
  const steps = presentApplication(refund)?.steps ?? []
  const clock = refundClock(refund)
  const deviation = deviationBp(refund)
  const missing = issue.stage === 'closed' ? [] : missingFor(issue, 'solved')
  const { precheck, papers } = refund ?? {}
  return (
    <section aria-label={say('退税进展', 'Tax refund')}>
      <h2>{say('退税进展', 'Tax refund')}</h2>
      <p className="hint">
        {say(
          '是否受理、准予和到账由税务机关决定，这里只记录企业或税务机关告知的情况。',
          'The tax office decides; this is what the firm or the tax office reported.',
        )}{' '}
        <Link to="/tax-estimate">{say('估算可退税额', 'Estimate a refund')}</Link>
      </p>
      {precheck && (
        <p>
          {say('预检：', 'Pre-check: ')}
          {say(taxRefundAnswerWords[precheck.verdict])}
          {precheck.estimateYuan !== undefined &&
            say(
              `，估算 ${inWan(precheck.estimateYuan, say)}`,
              `, estimate ${inWan(precheck.estimateYuan, say)}`,
            )}{' '}
          <small>
            {precheck.on} {say(saidByWords[precheck.saidBy])}
          </small>
        </p>
      )}
      {papers && (
        <ul aria-label={say('材料清单', 'Papers')}>
          {keysOf(refundPaperWords).map((paper) => (
            <li key={paper}>
              {papers.ready.includes(paper) ? say('已备：', 'ready: ') : say('未备：', 'not ready: ')}
              {say(refundPaperWords[paper])}
            </li>
          ))}
        </ul>
      )}
      {steps.length > 0 && (
        <ol className="timeline" aria-label={say('税务进展', 'Steps at the tax office')}>
          {steps.map(({ step, on, saidBy, amountYuan, at }) => (
            <li key={at + step}>
              <b>{say(refundStepWords[step])}</b>
              {amountYuan !== undefined && ` · ${inWan(amountYuan, say)}`}
              <p className="hint">
                {on} · {say(saidByWords[saidBy])}
              </p>
            </li>
          ))}
        </ol>
      )}
      {clock?.due && (
        <p role="status">
          {say(
            `税务机关应于 ${dateTime(clock.due)} 前作出决定`,
            `The tax office is to decide by ${dateTime(clock.due)}`,
          )}
        </p>
      )}
      {deviation !== undefined && (
        <p>
          {say(
            `核准额与估算相差 ${deviation / 100}%`,
            `What was granted differs from the estimate by ${deviation / 100}%`,
          )}
        </p>
      )}
      <Checklist
        title={say('申请前还缺的材料', 'Papers still missing')}
        items={lackingOf(missingPapers(issue), issue, me, onOpen)}
      />
      <Checklist
        title={say('按“已解决”办结还缺', 'Missing before it is solved')}
        items={lackingOf(missing, issue, me, onOpen)}
      />
    </section>
  )
}
