import { Unreadable } from './unreadable.ts'

/** `attributes` is their raw text, read by `attribute`; names are without prefix. `done` is asked after each tag. */
export type XmlReader = {
  open?: (name: string, attributes: string) => void
  close?: (name: string) => void
  text?: (raw: string) => void
  done?: () => boolean
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const codePoint = (number: number): string =>
  Number.isInteger(number) && number >= 0 && number <= 0x10ffff ? String.fromCodePoint(number) : ''

/** Entities, and Excel's own `_x000D_` for characters that XML cannot hold. */
export const unescapeXml = (raw: string): string => {
  const plain = !raw.includes('&')
    ? raw
    : raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
        if (hex) return codePoint(Number.parseInt(hex, 16))
        return decimal ? codePoint(Number(decimal)) : (ENTITIES[name] ?? whole)
      })
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-F]{4})_/gi, (_, hex) => codePoint(Number.parseInt(hex, 16)))
    : plain
}

const patterns = new Map<string, RegExp>()
const patternOf = (name: string): RegExp => {
  const known = patterns.get(name)
  if (known) return known
  const local = name.startsWith(':') ? `[\\w.-]+${name}` : name
  const pattern = new RegExp(`(?:^|\\s)${local}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  return pattern
}

/** The value of an attribute; `:id` finds one of that local name under any prefix. */
export const attribute = (attributes: string, name: string): string | undefined => {
  const found = patternOf(name).exec(attributes)
  const raw = found?.[1] ?? found?.[2]
  return raw === undefined ? undefined : unescapeXml(raw)
}

const GREATER = 62
const QUOTE = 34
const APOSTROPHE = 39

/** The `>` that ends a tag; one inside quotes does not. */
const endOfTag = (xml: string, from: number): number => {
  let quote = 0
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === GREATER) return at
    else if (code === QUOTE || code === APOSTROPHE) quote = code
  }
  throw new Unreadable('brokenFile')
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const after = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw new Unreadable('brokenFile')
  return at + mark.length
}

/**
 * Walks the tags of one part of a workbook in order. Not a validating parser: a document type, and with it
 * any entity of one's own, is refused; what is not well-formed is read as far as it makes sense.
 */
export const readXml = (xml: string, reader: XmlReader): void => {
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start < 0) return
    if (start > at) reader.text?.(xml.slice(at, start))
    if (xml.startsWith('<!--', start)) at = after(xml, '-->', start)
    else if (xml.startsWith('<![CDATA[', start)) {
      at = after(xml, ']]>', start)
      reader.text?.(xml.slice(start + 9, at - 3).replaceAll('&', '&amp;'))
    } else if (xml.startsWith('<?', start)) at = after(xml, '?>', start)
    else if (xml.startsWith('<!', start)) throw new Unreadable('brokenFile')
    else {
      const end = endOfTag(xml, start)
      at = end + 1
      readTag(xml, start, end, reader)
      if (reader.done?.()) return
    }
  }
}

const readTag = (xml: string, start: number, end: number, reader: XmlReader): void => {
  if (xml[start + 1] === '/') {
    reader.close?.(local(xml.slice(start + 2, end).trim()))
    return
  }
  const selfClosing = xml[end - 1] === '/'
  const inside = xml.slice(start + 1, selfClosing ? end - 1 : end)
  const space = inside.search(/\s/)
  const name = local(space < 0 ? inside : inside.slice(0, space))
  reader.open?.(name, space < 0 ? '' : inside.slice(space))
  if (selfClosing) reader.close?.(name)
}
