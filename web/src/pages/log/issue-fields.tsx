import { Button, Input } from 'antd'
import { lazy, Suspense } from 'react'
import { unlawfulLimitsIn } from '../../../../core/hiring/fair-wording.ts'
import { categoryWords, urgencyWords } from '../../../../core/words.ts'
import { Choice } from '../../parts/choice.tsx'
import { Field } from '../../parts/field.tsx'
import { Limits } from '../../parts/limits.tsx'
import { NativeSelect } from '../../parts/native-select.tsx'
import { useSay } from '../../words/language.tsx'
import { type FirmDraft, fieldsOf, type IssueDraft } from './visit-draft.ts'

const PostList = lazy(async () => ({ default: (await import('./post-list.tsx')).PostList }))

const labels: Partial<Record<keyof IssueDraft, { zh: string; en: string; mode: 'text' | 'decimal' }>> = {
  post: { zh: '需求岗位', en: 'Post', mode: 'text' },
  headcount: { zh: '需求人数', en: 'People needed', mode: 'decimal' },
  amountWan: { zh: '资金需求（万元）', en: 'Amount (CNY 10,000)', mode: 'decimal' },
  termMonths: { zh: '期限（月）', en: 'Term (months)', mode: 'decimal' },
  creditWan: { zh: '留抵税额（万元）', en: 'Tax credit (CNY 10,000)', mode: 'decimal' },
  contactName: { zh: '联系人', en: 'Contact', mode: 'text' },
  contactPhone: { zh: '联系电话', en: 'Phone', mode: 'text' },
  repeatOf: { zh: '再次提出的，原编号', en: 'If asked again: its number', mode: 'text' },
}

type Props = {
  index: number
  count: number
  issue: IssueDraft
  firms: FirmDraft[]
  faults: Record<string, string>
  onChange: (issue: IssueDraft) => void
  onRemove: () => void
}

/** One issue: what was said comes first; the category decides what else is asked. */
export const IssueFields = ({ index, count, issue, firms, faults, onChange, onRemove }: Props) => {
  const say = useSay()
  const at = `issues/${index}`
  const posts = issue.category === 'hiring' ? (issue.posts ?? []) : []
  const set = (part: Partial<IssueDraft>) => onChange({ ...issue, ...part })
  const line = (name: keyof IssueDraft) => {
    const label = labels[name]
    if (!label) return null
    return (
      <Field key={name} label={say(label)} fault={faults[`${at}/${name}`]}>
        {(ids) => (
          <Input
            {...ids}
            inputMode={name === 'contactPhone' ? 'tel' : label.mode}
            value={String(issue[name] ?? '')}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        )}
      </Field>
    )
  }
  return (
    <fieldset className="card issue-fields">
      <legend>{count > 1 ? say(`诉求 ${index + 1}`, `Issue ${index + 1}`) : say('诉求', 'Issue')}</legend>
      {firms.length > 1 && (
        <Field label={say('哪家企业', 'Which firm')} required fault={faults[`${at}/firm/uscc`]}>
          {(ids) => (
            <NativeSelect
              {...ids}
              value={issue.uscc ?? firms[0]?.uscc}
              onChange={(event) => set({ uscc: event.target.value })}
            >
              {firms.map((firm) => (
                <option key={firm.uscc} value={firm.uscc}>
                  {firm.name}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      )}
      <Choice
        label={say('类别', 'Category')}
        words={categoryWords}
        value={issue.category}
        onChange={(category) => set({ category })}
        fault={faults[`${at}/category`]}
        required
      />
      <Field label={say('企业说了什么', 'What the firm said')} required fault={faults[`${at}/content`]}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 3 }}
            maxLength={2000}
            value={issue.content}
            onChange={(event) => set({ content: event.target.value })}
          />
        )}
      </Field>
      {issue.category === 'hiring' && (
        <Limits
          found={[
            ...unlawfulLimitsIn(issue.content, '/content'),
            ...unlawfulLimitsIn(posts.length > 0 ? '' : issue.post, '/post'),
          ]}
        />
      )}
      {posts.length === 0 && (
        <div className="pair">{issue.category && fieldsOf[issue.category].map(line)}</div>
      )}
      {issue.category === 'hiring' && (
        <Suspense fallback={<p role="status">{say('正在打开……', 'Opening …')}</p>}>
          <PostList
            at={`${at}/posts`}
            posts={posts}
            faults={faults}
            begin={{ kind: 'full', title: issue.post, headcount: issue.headcount }}
            onChange={(next) => set({ posts: next })}
          />
        </Suspense>
      )}
      <Choice
        label={say('紧急程度', 'Urgency')}
        words={urgencyWords}
        value={issue.urgency}
        onChange={(urgency) => set({ urgency })}
        required
      />
      <details
        className="more"
        open={Boolean(issue.contactName || issue.contactPhone || faults[`${at}/repeatOf`])}
      >
        <summary>{say('联系人、原编号', 'Contact, earlier number')}</summary>
        <div className="pair">{(['contactName', 'contactPhone', 'repeatOf'] as const).map(line)}</div>
      </details>
      {count > 1 && (
        <Button onClick={onRemove}>{say(`删去诉求 ${index + 1}`, `Remove issue ${index + 1}`)}</Button>
      )}
    </fieldset>
  )
}
