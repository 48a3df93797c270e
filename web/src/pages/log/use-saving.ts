import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey } from '../../api/call.ts'
import { type Failure, faultsOf } from '../../api/failure.ts'
import { parcelsOf, removeParcel, saveParcel, sendWaiting } from '../../outbox/portal-outbox.ts'
import { rememberFirms } from './known-firms.ts'
import type { VisitDraft } from './visit-draft.ts'

export type Saved =
  | { state: 'sent'; ids: string[]; refused: number }
  | { state: 'waiting'; failure?: Failure }

const idsOf = (answers: unknown[]): string[] =>
  answers.flatMap((answer) => {
    const { id, issues } = (answer ?? {}) as { id?: string; issues?: { answer?: { id: string } }[] }
    return [id, ...(issues ?? []).map((one) => one.answer?.id)].filter((one) => one !== undefined)
  })

const titleOf = (draft: VisitDraft) =>
  [draft.on, draft.firms.map((firm) => firm.name).join('、') || draft.title].filter(Boolean).join(' ')

type Options = {
  owner: string
  draft: VisitDraft
  change: (draft: VisitDraft) => void
  wipe: () => Promise<void>
}

/** The schemas are large and only needed when something is saved; the service worker has them without network. */
const requests = () => import('./visit-requests.ts')

/** Saving is putting into the outbox; with a network it goes out at once and the answer is shown. */
export const useSaving = ({ owner, draft, change, wipe }: Options) => {
  const queries = useQueryClient()
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<Failure>()
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState<Saved>()

  /** A refusal while the person is still here goes back into the form rather than into the outbox. */
  const backToForm = async (id: string, refused: Failure | undefined) => {
    const { formFaults } = await requests()
    await removeParcel(id)
    change(draft)
    setFailure(refused)
    setFaults(formFaults(faultsOf(refused)))
  }

  const saveAndSend = async (wanted: { path: string; body: unknown }[]) => {
    const id = newKey()
    const steps = wanted.map((request) => ({ ...request, key: newKey() }))
    const savedAt = new Date().toISOString()
    await saveParcel({ id, owner, title: titleOf(draft), savedAt, draft, steps })
    rememberFirms(draft.firms)
    const done = await sendWaiting(owner)
    if (done.parked.includes(id)) {
      const parcel = (await parcelsOf(owner)).find((one) => one.id === id)
      // A firm that was registered on the way stays so; sending it again changes nothing.
      return backToForm(id, parcel?.failure)
    }
    const mine = done.sent.find((one) => one.id === id)
    await wipe()
    const refused = done.parked.filter((one) => one.startsWith(`${id}/`)).length
    setSaved(
      mine
        ? { state: 'sent', ids: idsOf(mine.answers), refused }
        : { state: 'waiting', failure: done.stopped },
    )
    scrollTo({ top: 0 })
    await queries.invalidateQueries({ queryKey: ['issues'] })
  }

  const save = async () => {
    setSaved(undefined)
    setFailure(undefined)
    const { readVisit } = await requests()
    const read = readVisit(draft)
    if ('faults' in read) {
      setFaults(read.faults)
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>('[aria-invalid=true], .fault')
          ?.scrollIntoView({ block: 'center' }),
      )
      return
    }
    setFaults({})
    setSaving(true)
    try {
      await saveAndSend(read.requests)
    } catch {
      setFailure({ kind: 'unreachable' })
    } finally {
      setSaving(false)
    }
  }
  return { save, saving, faults, failure, saved }
}
