import type { Say } from './language-of.ts'

/** Offices write amounts in 万元; the API keeps whole yuan. */
export const inWan = (yuan: number, say: Say) =>
  yuan >= 10_000 && yuan % 100 === 0
    ? say(`${yuan / 10_000} 万元`, `CNY ${yuan.toLocaleString('en')}`)
    : say(`${yuan.toLocaleString('en')} 元`, `CNY ${yuan.toLocaleString('en')}`)

/** Whole yuan from what was typed in 万元; nothing where it is no amount. */
export const yuanFromWan = (typed: string): number | undefined => {
  const text = typed.trim().replace(/[,，\s]|万元?$/g, '')
  if (!/^\d+(\.\d{1,4})?$/.test(text)) return undefined
  return Math.round(Number(text) * 10_000)
}
