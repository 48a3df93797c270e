type Cell = string | number

/** Plain text in columns; the first is left-aligned, the others stand under each other from the right. */
export const table = (heads: readonly string[], rows: readonly (readonly Cell[])[]): string => {
  const cells = [heads, ...rows].map((row) => row.map(String))
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd()
  const [first = [], ...rest] = cells
  return [line(first), widths.map((width) => '-'.repeat(width)).join('  '), ...rest.map(line)].join('\n')
}

export const whole = (value: number) => value.toFixed(0)
export const tenths = (value: number) => value.toFixed(1)
export const hundredths = (value: number) => value.toFixed(2)
export const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`
