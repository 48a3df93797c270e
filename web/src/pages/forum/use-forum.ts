import { useEffect, useRef, useState } from 'react'
import { drafts } from '../../outbox/portal-outbox.ts'
import { today } from '../../words/time.ts'
import { type ForumDraft, newForum } from './forum-draft.ts'

/** The meeting being typed, kept as it is typed. */
export const useForum = (owner: string) => {
  const name = `forum:${owner}`
  const [forum, setForum] = useState<ForumDraft>()
  /** Writes follow one another, so that an older draft never comes after a newer one. */
  const writing = useRef(Promise.resolve())
  useEffect(() => {
    let here = true
    const open = (found?: unknown) => here && setForum((found as ForumDraft | undefined) ?? newForum(today()))
    drafts.read(name).then(open, () => open())
    return () => {
      here = false
    }
  }, [name])
  const write = (work: () => Promise<void>) => {
    writing.current = writing.current.then(work).catch(() => {})
  }
  const change = (next: ForumDraft) => {
    setForum(next)
    write(() => drafts.save(name, next))
  }
  const wipe = () => {
    setForum(newForum(today()))
    write(() => drafts.wipe(name))
  }
  return { forum, change, wipe }
}
