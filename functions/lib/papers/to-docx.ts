import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Block, Paper } from '../../../core/papers/paper.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A4 with the margins of official papers, but narrower at the sides: forms are wide (GB/T 9704-2012, 5.2). */
const page = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(30),
    bottom: convertMillimetersToTwip(25),
    left: convertMillimetersToTwip(24),
    right: convertMillimetersToTwip(24),
  },
}
const textWidth = convertMillimetersToTwip(210 - 48)

/** In half points: 二号, 三号, 四号, 五号. */
const sizes = { title: 44, heading: 28, body: 24, small: 21 } as const
const font = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name })
const fonts = { title: font('宋体'), heading: font('黑体'), body: font('仿宋') } as const

type Style = { size?: number; bold?: boolean; face?: keyof typeof fonts }
const run = (text: string, { size = sizes.body, bold = false, face = 'body' }: Style = {}) =>
  new TextRun({ text, size, bold, font: fonts[face] })

/** What a person typed keeps its lines. */
const lines = (text: string, style: Style = {}) =>
  text.split(/\r?\n/).map((line) => new Paragraph({ children: [run(line, style)], spacing: { line: 360 } }))

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const borders = { top: line, bottom: line, left: line, right: line }
const margins = { top: 60, bottom: 60, left: 100, right: 100 }

const cell = (text: string, share: number, { bold = false, centred = false } = {}) =>
  new TableCell({
    borders,
    margins,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: Math.round(textWidth * share), type: WidthType.DXA },
    children: text.split(/\r?\n/).map(
      (one) =>
        new Paragraph({
          alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [run(one, { size: sizes.small, bold, face: bold ? 'heading' : 'body' })],
        }),
    ),
  })

const tableOf = (widths: readonly number[], rows: TableRow[]) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths.map((share) => Math.round(textWidth * share)),
    rows,
  })

/** Two pairs to a row, as such forms are laid out. */
const factRows = (facts: readonly (readonly [string, string])[]) => {
  const rows: TableRow[] = []
  for (let at = 0; at < facts.length; at += 2) {
    const pairs = [facts[at], facts[at + 1] ?? (['', ''] as const)]
    const cells = pairs.flatMap((pair) => [
      cell(pair?.[0] ?? '', 0.17, { bold: true, centred: true }),
      cell(pair?.[1] ?? '', 0.33),
    ])
    rows.push(new TableRow({ cantSplit: true, children: cells }))
  }
  return rows
}

const titleOf = (text: string, breaksBefore = false) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    pageBreakBefore: breaksBefore,
    spacing: { after: 200 },
    children: [run(text, { size: sizes.title, bold: true, face: 'title' })],
  })

const gap = () => new Paragraph({ children: [], spacing: { after: 80 } })

const written = (block: Block): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 200, after: 100 },
          children: [run(block.text, { size: sizes.heading, face: 'heading' })],
        }),
      ]
    case 'text':
      return lines(block.text)
    case 'facts':
      return [tableOf([0.17, 0.33, 0.17, 0.33], factRows(block.facts)), gap()]
    case 'table': {
      const head = new TableRow({
        tableHeader: true,
        children: block.heads.map((text, at) =>
          cell(text, block.widths[at] ?? 0, { bold: true, centred: true }),
        ),
      })
      const rows = block.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, at) => cell(text, block.widths[at] ?? 0)),
          }),
      )
      return [tableOf(block.widths, [head, ...rows]), gap()]
    }
    case 'signatures':
      return block.lines.map(
        (label) => new Paragraph({ spacing: { before: 300 }, children: [run(`${label}：________________`)] }),
      )
    case 'newPage':
      return [titleOf(block.title, true)]
  }
}

const footer = (foot: string) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          run(`${foot}　第`, { size: 18 }),
          new TextRun({ size: 18, font: fonts.body, children: [PageNumber.CURRENT] }),
          run('页，共', { size: 18 }),
          new TextRun({ size: 18, font: fonts.body, children: [PageNumber.TOTAL_PAGES] }),
          run('页', { size: 18 }),
        ],
      }),
    ],
  })

/** The paper as an A4 document that the usual programs open and print. */
export const toDocx = async (paper: Paper): Promise<Uint8Array> => {
  const document = new Document({
    title: paper.title,
    creator: '助企',
    description: paper.foot,
    sections: [
      {
        properties: { page },
        footers: { default: footer(paper.foot) },
        children: [
          titleOf(paper.title),
          ...(paper.subtitle
            ? [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  spacing: { after: 200 },
                  children: [run(paper.subtitle)],
                }),
              ]
            : []),
          ...paper.blocks.flatMap(written),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
