import { type Indicator, inYuan } from './indicator.ts'

/** Amounts as offices write them: whole hundreds of yuan from ten thousand on in 万元. */
const inWan = (yuan: number) =>
  Math.abs(yuan) >= 10_000 && yuan % 100 === 0 ? `${yuan / 10_000} 万元` : `${yuan} 元`

/** Whether its numerator is a sum of products, amount times rate, which says nothing by itself. */
export const isWeighted = ({ unit }: Indicator): boolean => unit === 'bp' || unit === 'spread'

/** What a figure stands on, for paper: numerator and denominator, or the number alone; of a weighted mean its weight. */
export const standsOn = (indicator: Indicator, part: number, whole: number | undefined): string => {
  if (whole === undefined) return inYuan(indicator) ? inWan(part) : String(part)
  if (isWeighted(indicator)) return `—/${inWan(whole)}`
  return inYuan(indicator) ? `${inWan(part)}/${inWan(whole)}` : `${part}/${whole}`
}

/** A figure's text on paper, where amounts and lengths of time are written as offices write them. */
export const onPaper = (indicator: Indicator, { part, text }: { part: number; text: string }): string => {
  if (indicator.unit === 'yuan') return inWan(part)
  return text.replace(/ h$/, ' 小时').replace(/ d$/, ' 天')
}
