import { crc32, inflateRawSync } from 'node:zlib'
import { MOST_ENTRIES, MOST_UNPACKED } from './limits.ts'
import { Unreadable } from './unreadable.ts'

/** Offsets below are of APPNOTE.TXT 4.3: end of central directory 4.3.16, entry 4.3.12, local header 4.3.7. */
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_END = 22 + 0xffff
const ZIP64 = 0xffffffff

type Entry = { method: number; encrypted: boolean; crc: number; packed: number; unpacked: number; at: number }
export type Zip = { bytes: Buffer; entries: ReadonlyMap<string, Entry> }

export const isZip = (bytes: Buffer): boolean => bytes.length >= 22 && bytes.readUInt32LE(0) === LOCAL

const endOf = (bytes: Buffer): number => {
  const lowest = Math.max(0, bytes.length - LONGEST_END)
  for (let at = bytes.length - 22; at >= lowest; at--) if (bytes.readUInt32LE(at) === END) return at
  throw new Unreadable('brokenFile')
}

/** Some writers use the 64-bit fields for small files too; those stand in extra field 1, in this order. */
const wide = (extra: Buffer, fields: number[]): number[] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    return fields.map((field) => {
      if (field !== ZIP64) return field
      next += 8
      return Number(extra.readBigUInt64LE(next - 8))
    })
  }
  return fields
}

const readEntry = (bytes: Buffer, at: number): { name: string; entry: Entry; next: number } => {
  if (bytes.readUInt32LE(at) !== ENTRY) throw new Unreadable('brokenFile')
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  const fields = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
  const [unpacked = 0, packed = 0, start = 0] = wide(bytes.subarray(nameEnd, extraEnd), fields)
  const entry = {
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed,
    unpacked,
    at: start,
  }
  const name = bytes
    .toString('utf8', at + 46, nameEnd)
    .replaceAll('\\', '/')
    .toLowerCase()
  return { name, entry, next: extraEnd + bytes.readUInt16LE(at + 32) }
}

/** The directory, names in lower case. Throws Unreadable before anything is unpacked where it promises too much. */
export const openZip = (bytes: Buffer): Zip => {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new Unreadable('fileBomb')
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  let unpacked = 0
  for (let read = 0; read < count; read++) {
    const { name, entry, next } = readEntry(bytes, at)
    entries.set(name, entry)
    unpacked += entry.unpacked
    at = next
  }
  if (unpacked > MOST_UNPACKED) throw new Unreadable('fileBomb')
  return { bytes, entries }
}

const inflate = (packed: Buffer, most: number): Buffer => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const more = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new Unreadable(more ? 'fileBomb' : 'brokenFile')
  }
}

/** One file, unpacked no further than the directory promised; undefined where there is none of that name. */
export const unpack = ({ bytes, entries }: Zip, name: string): Buffer | undefined => {
  const entry = entries.get(name.toLowerCase())
  if (!entry) return undefined
  if (entry.encrypted || bytes.readUInt32LE(entry.at) !== LOCAL) throw new Unreadable('brokenFile')
  const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method !== 0 && entry.method !== 8) throw new Unreadable('brokenFile')
  const data = entry.method === 0 ? packed : inflate(packed, entry.unpacked)
  if (data.length !== entry.unpacked || crc32(data) !== entry.crc) throw new Unreadable('brokenFile')
  return data
}
