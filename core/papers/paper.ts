/** A sheet for print, whatever writes it: its title, and what stands below one another. */
export type Paper = {
  title: string
  /** Below the title: number, date, unit. */
  subtitle?: string
  blocks: readonly Block[]
  /** At the foot of every page: who took it out, and when. */
  foot: string
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  /** Labels with what belongs to them, two pairs to a row where they are short. */
  | { kind: 'facts'; facts: readonly (readonly [label: string, value: string])[] }
  /** Widths are shares of the page. */
  | {
      kind: 'table'
      heads: readonly string[]
      widths: readonly number[]
      rows: readonly (readonly string[])[]
    }
  /** Lines to be filled in by hand. */
  | { kind: 'signatures'; lines: readonly string[] }
  | { kind: 'newPage'; title: string }

const instantFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** `2026-11-23 09:30`, as people here read a time. */
export const onPaper = (at: string): string => instantFormat.format(new Date(at))

/** `2026年11月23日` */
export const dateOnPaper = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** What is not known is left for a pen. */
export const orBlank = (value: string | undefined): string => value ?? ''

export const footOf = (by: string, at: string): string => `${by} 于 ${onPaper(at)} 生成`
