import { MOST_ENTRIES } from './limits.ts'
import { isDateFormat } from './number-format.ts'
import { Unreadable } from './unreadable.ts'
import { attribute, readXml, unescapeXml } from './xml.ts'
import { openZip, unpack, type Zip } from './zip.ts'

export type Workbook = {
  zip: Zip
  /** Visible sheets first: a hidden one is a list for drop-downs, or last year's. */
  sheets: { name: string; path: string }[]
  strings: string[]
  /** By the index of a cell's style: whether its numbers are dates. */
  dateStyles: boolean[]
  date1904: boolean
}

/** Parts are UTF-8 by all writers that there are; UTF-16 is allowed by the standard and marked. */
const decode = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)

export const readPart = (zip: Zip, path: string): string | undefined => {
  const bytes = unpack(zip, path)
  return bytes && decode(bytes)
}

/** Targets of a part's relations, by id and by the last word of their type. */
const relationsOf = (zip: Zip, part: string): { id: string; type: string; path: string }[] => {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const relations: { id: string; type: string; path: string }[] = []
  const done = () => relations.length > 2 * MOST_ENTRIES
  readXml(readPart(zip, `${folder}_rels/${part.slice(folder.length)}.rels`) ?? '', {
    open: (name, attributes) => {
      const target = attribute(attributes, 'Target')
      if (name !== 'Relationship' || !target) return
      const url = new URL(target.replaceAll('\\', '/'), `file:///${folder}`)
      const path = decodeURIComponent(url.pathname).slice(1)
      const type = attribute(attributes, 'Type') ?? ''
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        path,
      })
    },
    done,
  })
  return relations
}

type Sheet = { name: string; id: string; hidden: boolean }

const readSheets = (xml: string): { sheets: Sheet[]; date1904: boolean } => {
  const sheets: Sheet[] = []
  let date1904 = false
  readXml(xml, {
    done: () => sheets.length > MOST_ENTRIES,
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const hidden = /hidden/i.test(attribute(attributes, 'state') ?? '')
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        id: attribute(attributes, ':id') ?? '',
        hidden,
      })
    },
  })
  return { sheets: [...sheets.filter((one) => !one.hidden), ...sheets.filter((one) => one.hidden)], date1904 }
}

/** Shared strings, the runs of rich text joined; phonetic guides (`rPh`) are no text of the cell. */
const readStrings = (xml: string): string[] => {
  const strings: string[] = []
  let runs: string[] = []
  let inText = false
  let inGuide = false
  readXml(xml, {
    open: (name) => {
      if (name === 'si') runs = []
      else if (name === 'rPh') inGuide = true
      else if (name === 't') inText = true
    },
    text: (raw) => {
      if (inText && !inGuide) runs.push(unescapeXml(raw))
    },
    close: (name) => {
      if (name === 'si') strings.push(runs.join(''))
      else if (name === 'rPh') inGuide = false
      else if (name === 't') inText = false
    },
  })
  return strings
}

const readDateStyles = (xml: string): boolean[] => {
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCells = false
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(Number(attribute(attributes, 'numFmtId') ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats.map((format) => isDateFormat(format, codes))
}

const NOT_EXCEL = '这不是.xlsx表格（可能是.docx、.ods、.xlsb或压缩包），请另存为.xlsx或.csv后再导入。'

/** Throws Unreadable where the bytes are no workbook. */
export const openWorkbook = (bytes: Buffer): Workbook => {
  const zip = openZip(bytes)
  const main =
    relationsOf(zip, '').find((relation) => relation.type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const xml = main.toLowerCase().endsWith('.xml') ? readPart(zip, main) : undefined
  if (xml === undefined) throw new Unreadable('notALedgerFile', NOT_EXCEL)
  const relations = relationsOf(zip, main)
  const part = (type: string) => {
    const path = relations.find((relation) => relation.type === type)?.path
    return (path && readPart(zip, path)) ?? ''
  }
  const { sheets, date1904 } = readSheets(xml)
  const all = sheets.flatMap(({ name, id }) => {
    const relation = relations.find((one) => one.id === id && one.type === 'worksheet')
    return relation ? [{ name, path: relation.path }] : []
  })
  const found = [...new Map(all.map((sheet) => [sheet.path, sheet])).values()]
  if (found.length === 0) throw new Unreadable('notALedgerFile', NOT_EXCEL)
  const strings = readStrings(part('sharedStrings'))
  return { zip, sheets: found, strings, dateStyles: readDateStyles(part('styles')), date1904 }
}
