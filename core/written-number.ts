/** A value read from what a person wrote; `caution` says in Chinese what was assumed, `fault` why nothing was read. */
export type Written = { value: number; caution?: string } | { fault: string } | undefined

/** Longer cells hold a story, not a number; they are not searched. */
const LONGEST = 60
const NOTHING = /^(?:无|暂无|没有|无需|不需要|\/|\\|-+|—+|–+|0+(?:\.0+)?)?$/
const DIGITS = '零一二三四五六七八九'
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** `两千三百` → 2300, `十二` → 12, `二〇` → 20. Only characters of these numerals are passed in. */
const valueOfNumerals = (numerals: string): number => {
  if (!/[十百千]/.test(numerals)) return Number([...numerals].map((one) => DIGITS.indexOf(one)).join(''))
  let sum = 0
  let digit: number | undefined
  for (const character of numerals) {
    const power = POWERS[character]
    if (power === undefined) digit = DIGITS.indexOf(character)
    else {
      sum += (digit ?? 1) * power
      digit = undefined
    }
  }
  return sum + (digit ?? 0)
}

/** Half-width, without spaces and thousands separators, Chinese numerals as digits, about-words left out. */
export const plainNumbers = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replaceAll('〇', '零')
    .replaceAll('两', '二')
    .replace(/(?<=\d)([十百千])/g, (power) => `*${POWERS[power]}`)
    .replace(/(\d+(?:\.\d+)?)\*(\d+)/g, (_, many, power) => String(Number(many) * Number(power)))
    .replace(/[零一二三四五六七八九十百千]+/g, (numerals) => String(valueOfNumerals(numerals)))
    .replace(
      /大约|大概|约为|约|近|共计|共|需要|需|不低于|不少于|不超过|至少|最多|左右|上下|以上|以下|以内|余|多/g,
      '',
    )

/** Undefined where the cell says that there is nothing; 0 says so too: nobody asks for no money or no people. */
export const writtenText = (text: string): string | undefined | { fault: string } => {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return { fault: '文字太长' }
  const plain = plainNumbers(trimmed)
  return NOTHING.test(plain) ? undefined : plain
}

/** Two ends of `300-500`, or one. A minus sign in front is no range. */
export const endsOf = (plain: string): string[] => plain.split(/(?<=.)(?:-+|~+|—+|–+|至|到)(?=.)/u)
