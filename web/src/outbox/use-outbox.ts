import { useEffect, useState } from 'react'
import { useSession } from '../sign-in/session.ts'
import type { Parcel } from './parcel.ts'
import { onOutboxChange, parcelsOf, sendWaiting } from './portal-outbox.ts'

/** What this person has saved and what has not gone out, kept up to date. */
export const useParcels = (owner: string): Parcel[] => {
  const [parcels, setParcels] = useState<Parcel[]>([])
  useEffect(() => {
    let here = true
    const read = () =>
      void parcelsOf(owner).then((found) => {
        if (here) setParcels(found)
      })
    read()
    const stop = onOutboxChange(read)
    return () => {
      here = false
      stop()
    }
  }, [owner])
  return parcels
}

/** Sends what waits when the page opens, when the network is back, and when the page is looked at again. */
export const useSending = (owner: string) => {
  const session = useSession()
  useEffect(() => {
    if (session !== 'signedIn') return
    const send = () => {
      if (document.visibilityState === 'visible') void sendWaiting(owner)
    }
    send()
    addEventListener('online', send)
    document.addEventListener('visibilitychange', send)
    return () => {
      removeEventListener('online', send)
      document.removeEventListener('visibilitychange', send)
    }
  }, [owner, session])
}
