const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, at) => bytes[at] === byte)
const text = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')

const isZip = (bytes: Uint8Array) => begins(bytes, 0x50, 0x4b, 0x03, 0x04)
/** Parts of an OOXML package stand by name in its directory, which is not compressed (ECMA-376, part 2). */
const hasPart = (bytes: Uint8Array, part: string) =>
  isZip(bytes) && Buffer.from(bytes).includes(part, 0, 'latin1')
const hasMacros = (bytes: Uint8Array) => hasPart(bytes, 'vbaProject.bin')

type Kind = { is: (bytes: Uint8Array) => boolean; ending: RegExp }
const office = 'application/vnd.openxmlformats-officedocument'

/** Of each kind of file how it begins, or what is in it, and how its name ends. */
const kinds: Readonly<Record<string, Kind>> = {
  'image/jpeg': { is: (bytes) => begins(bytes, 0xff, 0xd8, 0xff), ending: /\.jpe?g$/i },
  'image/png': {
    is: (bytes) => begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    ending: /\.png$/i,
  },
  'image/webp': {
    is: (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP',
    ending: /\.webp$/i,
  },
  'application/pdf': { is: (bytes) => text(bytes, 0, 5) === '%PDF-', ending: /\.pdf$/i },
  [`${office}.spreadsheetml.sheet`]: {
    is: (bytes) => hasPart(bytes, 'xl/workbook.xml') && !hasMacros(bytes),
    ending: /\.xlsx$/i,
  },
  [`${office}.wordprocessingml.document`]: {
    is: (bytes) => hasPart(bytes, 'word/document.xml') && !hasMacros(bytes),
    ending: /\.docx$/i,
  },
}

/** Whether a file is what it says it is: by its first bytes, and by the ending of its name where it has one. */
export const isWhatItSays = (bytes: Uint8Array, type: string, name: string): boolean => {
  const kind = kinds[type]
  const hasEnding = /\.[a-z0-9]{1,5}$/i.test(name)
  return kind?.is(bytes) === true && (!hasEnding || kind.ending.test(name))
}
