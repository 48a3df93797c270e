import { constants, crc32, deflateRawSync } from 'node:zlib'

type Entry = { name: string; at: number; crc: number; size: number; packed: number }

/**
 * How far a zip file has been written, as plain JSON: it can be kept between two parts and taken up again by another
 * process. Each piece ends on a byte (a sync flush), so that pieces that were packed apart are one stream together.
 */
export type ZipState = { at: number; done: Entry[]; open?: Entry | undefined }
export const emptyZip: ZipState = { at: 0, done: [] }

export type Written = { state: ZipState; bytes: Buffer }

/** Sizes follow the data (bit 3), and names are UTF-8 (bit 11): APPNOTE.TXT 4.4.4. */
const flags = (1 << 3) | (1 << 11)
const deflated = 8
/** 1 January 1980: a file says nothing of the clock of who made it, and the same content gives the same bytes. */
const noTime = 0
const firstDay = 0x21
const version = 20

const uint16 = (value: number) => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const common = [uint16(version), uint16(flags), uint16(deflated), uint16(noTime), uint16(firstDay)]
const advanced = (state: ZipState, bytes: Buffer): Written => ({
  state: { ...state, at: state.at + bytes.length },
  bytes,
})

/** Begins a file within the zip. One at a time: the one before must have been ended. */
export const openEntry = (state: ZipState, name: string): Written => {
  const bytes = Buffer.concat([
    ...[uint32(0x04034b50), ...common, uint32(0), uint32(0), uint32(0)],
    ...[uint16(Buffer.byteLength(name)), uint16(0), Buffer.from(name)],
  ])
  return advanced({ ...state, open: { name, at: state.at, crc: 0, size: 0, packed: 0 } }, bytes)
}

const grown = (state: ZipState, more: Buffer, bytes: Buffer): Written => {
  if (!state.open) throw new Error('no file of the zip is open')
  const { crc, size, packed, ...open } = state.open
  const grownBy = { crc: crc32(more, crc), size: size + more.length, packed: packed + bytes.length }
  return advanced({ ...state, open: { ...open, ...grownBy } }, bytes)
}

export const addTo = (state: ZipState, text: string): Written => {
  const more = Buffer.from(text)
  return grown(state, more, deflateRawSync(more, { finishFlush: constants.Z_SYNC_FLUSH }))
}

export const closeEntry = (before: ZipState): Written => {
  const last = grown(before, Buffer.alloc(0), deflateRawSync(Buffer.alloc(0)))
  const { open, ...state } = last.state
  if (!open) throw new Error('no file of the zip is open')
  const descriptor = Buffer.concat([
    ...[uint32(0x08074b50), uint32(open.crc), uint32(open.packed), uint32(open.size)],
  ])
  const ended = advanced({ ...state, done: [...state.done, open] }, descriptor)
  return { state: ended.state, bytes: Buffer.concat([last.bytes, descriptor]) }
}

const listed = ({ name, at, crc, size, packed }: Entry): Buffer =>
  Buffer.concat([
    ...[uint32(0x02014b50), uint16(version), ...common, uint32(crc), uint32(packed), uint32(size)],
    ...[uint16(Buffer.byteLength(name)), uint16(0), uint16(0), uint16(0), uint16(0), uint32(0)],
    ...[uint32(at), Buffer.from(name)],
  ])

/** The list of files that ends the zip. A zip of over 4 GB is none of ours. */
export const closeZip = (state: ZipState): Buffer => {
  const list = Buffer.concat(state.done.map(listed))
  const count = uint16(state.done.length)
  return Buffer.concat([
    list,
    ...[uint32(0x06054b50), uint16(0), uint16(0), count, count],
    ...[uint32(list.length), uint32(state.at), uint16(0)],
  ])
}
