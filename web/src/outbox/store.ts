import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { OutboxStore, Parcel } from './parcel.ts'

interface Schema extends DBSchema {
  parcels: { key: number; value: Parcel; indexes: { owner: string; id: string } }
  drafts: { key: string; value: unknown }
}
export type PortalDb = IDBPDatabase<Schema>

/** Rejects where the browser allows no storage (some in-app browsers, private windows). */
export const openPortalDb = (name = 'zhuqi'): Promise<PortalDb> =>
  openDB<Schema>(name, 1, {
    upgrade: (db) => {
      const parcels = db.createObjectStore('parcels', { keyPath: 'seq', autoIncrement: true })
      parcels.createIndex('owner', 'owner')
      parcels.createIndex('id', 'id', { unique: true })
      db.createObjectStore('drafts')
    },
  })

export const outboxStore = (opening: () => Promise<PortalDb>): OutboxStore => ({
  all: async (owner) => (await opening()).getAllFromIndex('parcels', 'owner', owner),
  add: async (parcel) => {
    const db = await opening()
    const known = await db.getFromIndex('parcels', 'id', parcel.id)
    // Parking what remains of a parcel may be repeated after the page was closed in the middle of it.
    if (known) return known
    const whole = { state: 'waiting' as const, attempts: 0, ...parcel } as Parcel
    const seq = await db.add('parcels', whole)
    return { ...whole, seq }
  },
  put: async (parcel) => {
    await (await opening()).put('parcels', parcel)
  },
  remove: async (id) => {
    const db = await opening()
    const seq = await db.getKeyFromIndex('parcels', 'id', id)
    if (seq !== undefined) await db.delete('parcels', seq)
  },
})

export const draftStore = (opening: () => Promise<PortalDb>) => ({
  read: async (name: string) => (await opening()).get('drafts', name),
  save: async (name: string, draft: unknown) => {
    await (await opening()).put('drafts', draft, name)
  },
  wipe: async (name: string) => {
    await (await opening()).delete('drafts', name)
  },
})
