import type { ImportAnswer } from '../../../../core/api/others.ts'
import { headingWords, type Meaning } from '../../../../core/ledger/headings.ts'
import { useSay } from '../../words/language.tsx'
import { rowStatusWords } from './row-status.ts'

/** Our own heading for what a column was read as. */
const meaningOf = (meaning: string | undefined) =>
  meaning && meaning in headingWords ? headingWords[meaning as Meaning][0] : meaning

/** What was found in the file: how many rows of each kind, and which column was read as what. */
export const ImportSummary = ({ answer }: { answer: ImportAnswer }) => {
  const say = useSay()
  const unread = answer.columns.filter((column) => !column.meaning)
  return (
    <section aria-label={say('结果', 'Result')}>
      <div role="status">
        <h2>
          {answer.dryRun
            ? say('预览（还没有导入）', 'Preview (nothing imported yet)')
            : say(`已导入 ${answer.imported} 行`, `${answer.imported} rows imported`)}
        </h2>
      </div>
      <dl className="counts">
        {Object.entries(answer.counts).map(([status, number]) => (
          <div key={status} className={status}>
            <dt>{say(rowStatusWords[status as keyof typeof rowStatusWords])}</dt>
            <dd>{number}</dd>
          </div>
        ))}
      </dl>
      {answer.messages.map((message) => (
        <p key={message.code + message.text} className={message.level === 'error' ? 'fault' : 'hint'}>
          {message.text}
        </p>
      ))}
      <details>
        <summary>
          {say(
            `列的对应：认出 ${answer.columns.length - unread.length} 列，未用 ${unread.length} 列`,
            `Columns: ${answer.columns.length - unread.length} read, ${unread.length} not used`,
          )}
        </summary>
        <ul className="columns-read">
          {answer.columns.map(({ heading, meaning }) => (
            <li key={heading}>
              {heading} → {meaningOf(meaning) ?? say('不导入', 'not imported')}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
