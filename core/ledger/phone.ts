const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/
const LANDLINE = /^(?:\+?86)?(?:0\d{2,3})?\d{7,8}(?:(?:转|#)\d{1,6})?$/
const SERVICE = /^[48]00\d{7}$/

const isPhone = (part: string): boolean => {
  const digits = part.replace(/[-()]/g, '')
  return MOBILE.test(digits) || LANDLINE.test(digits) || SERVICE.test(digits)
}

/** The numbers as written, half-width and without spaces; `right` where each is a mobile or a landline. */
export const readPhone = (written: string): { phone: string; right: boolean } => {
  const plain = written
    .normalize('NFKC')
    .replace(/(?<=[\d-])[ \t]+(?=[\d-])/g, '')
    .trim()
  const parts = plain.split(/[\s,;/、|]+/).filter(Boolean)
  return { phone: parts.join('、'), right: parts.length > 0 && parts.every(isPhone) }
}

const INSIDE = /(?:\+?86[- ]?)?1[3-9]\d{9}|0\d{2,3}-?\d{7,8}/

/** `冯总 13800001632` in one cell: the name and the number apart. */
export const splitContact = (written: string): { name: string; phone?: string } => {
  const found = INSIDE.exec(written.normalize('NFKC'))
  if (!found) return { name: written }
  const name = written
    .normalize('NFKC')
    .replace(found[0], '')
    .replace(/[\s:,;/、()]+$|^[\s:,;/、()]+/g, '')
  return { name, phone: found[0] }
}
