/** A Markdown table. Bars inside a cell would end it. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

export const code = (text: string): string => `\`${text}\``

export const codes = (texts: readonly string[], between = ' '): string => texts.map(code).join(between)

/** Blocks with an empty line between them, and one end of line at the end. */
export const page = (...blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`

export const writtenFrom = (path: string): string =>
  `Written from [${path}](../${path}) by \`npm run docs\`; change it there, not here.`
