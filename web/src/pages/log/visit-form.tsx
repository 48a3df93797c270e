import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { visitKindWords } from '../../../../core/words.ts'
import { Choice } from '../../parts/choice.tsx'
import { FailureBox } from '../../parts/failure-box.tsx'
import { Field } from '../../parts/field.tsx'
import { useSay } from '../../words/language.tsx'
import { today } from '../../words/time.ts'
import { FirmPicker } from './firm-picker.tsx'
import { withMessage } from './from-message.ts'
import { IssueFields } from './issue-fields.tsx'
import { KeepingNotice } from './keeping-notice.tsx'
import { PasteMessage } from './paste-message.tsx'
import { SavedNotice } from './saved-notice.tsx'
import { useSaving } from './use-saving.ts'
import { emptyIssue, type IssueDraft, type VisitDraft } from './visit-draft.ts'

type Props = {
  owner: string
  draft: VisitDraft
  change: (draft: VisitDraft) => void
  wipe: () => Promise<void>
  restored: boolean
  kept: boolean
}

const VisitWarnings = lazy(async () => ({ default: (await import('./visit-warnings.tsx')).VisitWarnings }))

/** What may be counted at a visit, and where it was: none of it is asked for. */
const counted = [
  { name: 'trained', word: { zh: '政策培训人次', en: 'Person-times trained' }, mode: 'numeric' },
  { name: 'leaflets', word: { zh: '发放资料份数', en: 'Leaflets given out' }, mode: 'numeric' },
  { name: 'place', word: { zh: '地点', en: 'Place' }, mode: 'text' },
] as const

export const VisitForm = ({ owner, draft, change, wipe, restored, kept }: Props) => {
  const say = useSay()
  const { save, saving, faults, failure, saved } = useSaving({ owner, draft, change, wipe })
  const [more, setMore] = useState(draft.kind !== 'visit' || draft.on !== today() || Boolean(draft.title))
  const set = (part: Partial<VisitDraft>) => change({ ...draft, ...part })
  const setIssue = (index: number, issue: IssueDraft) => set({ issues: draft.issues.with(index, issue) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  const corrects = draft.visit !== undefined
  return (
    <form onSubmit={submit} noValidate>
      <SavedNotice saved={saved} />
      <KeepingNotice draft={draft} kept={kept} />
      {restored && (
        <p className="hint" role="status">
          {say('已恢复上次没有发出的草稿。', 'Your unsent draft is back.')}{' '}
          <Button type="link" size="small" onClick={() => void wipe()}>
            {say('清空', 'Clear it')}
          </Button>
        </p>
      )}
      {corrects && (
        <p>{say(`更正走访 ${draft.visit} 中的诉求`, `Correcting an issue of visit ${draft.visit}`)}</p>
      )}
      {!corrects && <PasteMessage onDraft={(message) => change(withMessage(draft, message))} />}
      <FirmPicker
        firms={draft.firms}
        onChange={(firms) => set({ firms })}
        faults={faults}
        many={draft.kind === 'forum'}
      />
      {!corrects && (
        <Suspense fallback={null}>
          <VisitWarnings draft={draft} />
        </Suspense>
      )}
      {!corrects && (
        <Checkbox checked={draft.noIssues} onChange={(event) => set({ noIssues: event.target.checked })}>
          {say('本次无诉求', 'No issues this time')}
        </Checkbox>
      )}
      {faults.noIssues && <p className="fault">{faults.noIssues}</p>}
      {!draft.noIssues &&
        draft.issues.map((issue, index) => (
          <IssueFields
            key={issue.id}
            index={index}
            count={draft.issues.length}
            issue={issue}
            firms={draft.firms}
            faults={faults}
            onChange={(next) => setIssue(index, next)}
            onRemove={() => set({ issues: draft.issues.toSpliced(index, 1) })}
          />
        ))}
      {!draft.noIssues && !corrects && draft.issues.length < 30 && (
        <Button block onClick={() => set({ issues: [...draft.issues, emptyIssue()] })}>
          {say('再加一件诉求', 'Add another issue')}
        </Button>
      )}
      {!corrects && (
        <>
          <Field label={say('走访情况', 'In one line')} fault={faults.line}>
            {(ids) => (
              <Input
                {...ids}
                value={draft.line}
                maxLength={500}
                onChange={(event) => set({ line: event.target.value })}
              />
            )}
          </Field>
          <details open={more} onToggle={(event) => setMore(event.currentTarget.open)} className="more">
            <summary>
              {say(visitKindWords[draft.kind])} · {draft.on} ·{' '}
              {say('培训、资料、地点（选填）', 'training, leaflets, place (optional)')}
            </summary>
            <Choice
              label={say('方式', 'Kind')}
              words={visitKindWords}
              value={draft.kind}
              onChange={(kind) => set({ kind })}
              required
            />
            <Field label={say('日期', 'Date')} required fault={faults.on}>
              {(ids) => (
                <Input
                  {...ids}
                  type="date"
                  value={draft.on}
                  max={today()}
                  onChange={(event) => set({ on: event.target.value })}
                />
              )}
            </Field>
            <div className="pair">
              {counted.map(({ name, word, mode }) => (
                <Field key={name} label={say(word)} fault={faults[name]}>
                  {(ids) => (
                    <Input
                      {...ids}
                      inputMode={mode}
                      maxLength={100}
                      value={draft[name] ?? ''}
                      onChange={(event) => set({ [name]: event.target.value })}
                    />
                  )}
                </Field>
              ))}
            </div>
            <Field label={say('名称（如恳谈会名）', 'Title (of a forum)')} fault={faults.title}>
              {(ids) => (
                <Input
                  {...ids}
                  value={draft.title}
                  maxLength={100}
                  onChange={(event) => set({ title: event.target.value })}
                />
              )}
            </Field>
          </details>
        </>
      )}
      <FailureBox failure={failure} />
      <Button type="primary" size="large" block htmlType="submit" loading={saving} className="save">
        {say('保存并发送', 'Save and send')}
      </Button>
      <p className="hint">
        {say(
          '照片和位置不需要。没有网络也可以保存。',
          'No photo or place is needed. It can be saved without network.',
        )}
      </p>
    </form>
  )
}
