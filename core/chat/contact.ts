import type { Picked } from './numbers.ts'

const PHONE = /(?<!\d)(?:1[3-9]\d{9}|1[3-9]\d[\s-]\d{4}[\s-]\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/g
const TITLE = '总|经理|厂长|主任|会计|老板|女士|先生|师傅|科长|董'
const NAMED = new RegExp(
  `(?:联系人|找|请联系|联系)[：:是为]?\\s*([\\u4e00-\\u9fa5]{1,3}?(?:${TITLE}|(?=[，。,、\\s\\d：:]|$)))`,
)
/** A surname with a title; two characters before the title could be any two words. */
const TITLED = new RegExp(`(?:^|[^\\u4e00-\\u9fa5]|[的是找和])([\\u4e00-\\u9fa5](?:${TITLE}))`, 'g')
const BEFORE_PHONE = new RegExp(`([\\u4e00-\\u9fa5]{1,3}(?:${TITLE})?)[\\s：:，,(]*$`)
const NO_NAME = /电话|手机|号码|联系|微信|方式|座机|公司|企业|厂里|我的|他的|对方|拨打|致电/

export type ContactPicked = { name?: string; phone: Picked<string> }

const nameBefore = (text: string, phone: string): string | undefined => {
  const before = text
    .slice(0, text.indexOf(phone))
    .replace(/(?:的?(?:联系)?(?:电话|手机|号码|方式))[是为]?[：:\s]*$/, '')
  const name = BEFORE_PHONE.exec(before)?.[1]
  if (!name || NO_NAME.test(name)) return undefined
  const titled = new RegExp(`([\\u4e00-\\u9fa5])(?:${TITLE})$`).exec(name)
  if (titled) return name.slice(-(name.length - name.indexOf(titled[0])))
  return /(?:^|[，。,、\s:：;；(])$/.test(before.slice(0, before.lastIndexOf(name))) ? name : undefined
}

/** Whom to call: one number is taken, several are left to the person; a name where the text says whose it is. */
export const findContact = (text: string): ContactPicked => {
  const phones = [...new Set([...text.matchAll(PHONE)].map((match) => match[0]))]
  const [phone, ...more] = phones
  const titled = [...new Set([...text.matchAll(TITLED)].map((match) => match[1] ?? ''))]
  const said = NAMED.exec(text)?.[1]
  const named =
    (said && !NO_NAME.test(said) ? said : undefined) ??
    (phone ? nameBefore(text, phone) : undefined) ??
    (titled.length === 1 ? titled[0] : undefined)
  const name = more.length > 0 ? undefined : named
  return {
    ...(name && { name }),
    phone:
      phone === undefined
        ? undefined
        : more.length > 0
          ? { unsure: `写了${phones.length}个号码，请选一个填写` }
          : { value: phone.replace(/[\s-]/g, '') },
  }
}
