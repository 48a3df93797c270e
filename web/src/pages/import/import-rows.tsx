import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportAnswer } from '../../../../core/api/others.ts'
import { categoryWords } from '../../../../core/words.ts'
import { Field } from '../../parts/field.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { Scroll } from '../../parts/scroll.tsx'
import { useSay } from '../../words/language.tsx'
import type { Say } from '../../words/language-of.ts'
import { type RowStatus, rowStatusWords } from './row-status.ts'

type Row = ImportAnswer['rows'][number]

const shown = (row: Row) => {
  const { firm, content, category } = (row.issue ?? {}) as {
    firm?: { name?: string }
    content?: string
    category?: keyof typeof categoryWords
  }
  return { firm: firm?.name, content, category }
}

const duplicate = (row: Row, say: Say) =>
  typeof row.duplicateOf === 'number'
    ? say(`与第 ${row.duplicateOf} 条相同`, `same as row ${row.duplicateOf}`)
    : row.duplicateOf && say(`与 ${row.duplicateOf} 相同`, `same as ${row.duplicateOf}`)

export const ImportRows = ({ answer }: { answer: ImportAnswer }) => {
  const say = useSay()
  const [status, setStatus] = useState<RowStatus | ''>('')
  const rows = answer.rows.filter((row) => !status || row.status === status)
  return (
    <section aria-label={say('各行', 'Rows')}>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <Field label={say('只看', 'Show only')} required>
          {(ids) => (
            <NativeSelect
              {...ids}
              value={status}
              onChange={(event) => setStatus(event.target.value as RowStatus | '')}
            >
              <option value="">{say('全部', 'All')}</option>
              {Object.entries(rowStatusWords).map(([key, word]) => (
                <option key={key} value={key}>
                  {say(word)}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      </form>
      <Scroll label={say('台账各行', 'Rows of the ledger')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('表中行', 'Sheet row')}</th>
              <th scope="col">{say('结果', 'Result')}</th>
              <th scope="col">{say('企业', 'Firm')}</th>
              <th scope="col">{say('诉求', 'Issue')}</th>
              <th scope="col">{say('说明', 'Messages')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { firm, content, category } = shown(row)
              return (
                <tr key={row.row}>
                  <td>{row.sheetRow}</td>
                  <td>
                    <span className={`tag ${row.status}`}>{say(rowStatusWords[row.status])}</span>
                  </td>
                  <td>{firm}</td>
                  <td>
                    {category && <span className="tag">{say(categoryWords[category])}</span>} {content}
                  </td>
                  <td>
                    {row.id && (
                      <Link to="/issues/$id" params={{ id: row.id }}>
                        {row.id}
                      </Link>
                    )}
                    {duplicate(row, say)}
                    {row.messages.map((message) => (
                      <p key={message.code + (message.column ?? '')}>{message.text}</p>
                    ))}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
