import { useEffect, useRef, useState } from 'react'
import { drafts } from '../../outbox/portal-outbox.ts'
import { today } from '../../words/time.ts'
import { emptyVisit, isUntouched, type VisitDraft, withIds } from './visit-draft.ts'

/** The visit being typed, kept as it is typed. `kept` says whether this browser keeps it at all. */
export const useDraft = (owner: string) => {
  const name = `visit:${owner}`
  const [draft, setDraft] = useState<VisitDraft>()
  const [restored, setRestored] = useState(false)
  const [kept, setKept] = useState(true)
  /** Writes follow one another, so that an older draft never comes after a newer one. */
  const writing = useRef(Promise.resolve())

  useEffect(() => {
    let here = true
    drafts.read(name).then(
      (found) => {
        if (!here) return
        setRestored(found !== undefined)
        setDraft(found ? withIds(found as VisitDraft) : emptyVisit(today()))
      },
      () => {
        setKept(false)
        setDraft(emptyVisit(today()))
      },
    )
    return () => {
      here = false
    }
  }, [name])

  const write = (work: () => Promise<void>) => {
    writing.current = writing.current.then(work).catch(() => setKept(false))
    return writing.current
  }
  const change = (next: VisitDraft) => {
    setDraft(next)
    void write(() => (isUntouched(next) ? drafts.wipe(name) : drafts.save(name, next)))
  }
  const wipe = async () => {
    await write(() => drafts.wipe(name))
    setRestored(false)
    setDraft(emptyVisit(today()))
  }
  return { draft, change, wipe, restored, kept }
}
