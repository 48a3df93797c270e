/** GB 32100-2015: the alphabet leaves out I, O, S, V and Z; a character's value is its place here. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** 3^i mod 31 for the first 17 places. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const LENGTH = 18

export type UsccCheck =
  | { ok: true; uscc: string; checkDigit: 'right' | 'wrong'; expected: string }
  | { ok: false; code: 'usccLength' | 'usccAlphabet'; message: string }

/** The code as it is stored: half-width, upper-case, without the spaces and hyphens that forms put in. */
export const normaliseUscc = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}]/gu, '')
    .toUpperCase()

const checkDigitOf = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * ALPHABET.indexOf(first17.charAt(at)), 0)
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

/**
 * Length and alphabet are judged hard. A wrong check digit is only told: some codes issued in the first
 * Fujian pilots fail the rule and are real, so a person may confirm it.
 */
export const checkUscc = (text: string): UsccCheck => {
  const uscc = normaliseUscc(text)
  const length = [...uscc].length
  if (length !== LENGTH)
    return { ok: false, code: 'usccLength', message: `统一社会信用代码应为18位，现为${length}位，请核对。` }
  const strange = [...uscc].filter((character) => !ALPHABET.includes(character))
  if (strange.length > 0)
    return {
      ok: false,
      code: 'usccAlphabet',
      message: `统一社会信用代码只用数字和大写字母，且不用I、O、S、V、Z；请核对“${[...new Set(strange)].join('')}”。`,
    }
  const expected = checkDigitOf(uscc)
  return { ok: true, uscc, checkDigit: uscc.endsWith(expected) ? 'right' : 'wrong', expected }
}
