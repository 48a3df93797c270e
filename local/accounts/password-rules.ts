export type Words = { zh: string; en: string }

const shortest = 10
/** Long enough for any sentence, short enough for a form. */
const longest = 128

/** Much used ones of ten characters and more, small letters; shorter ones are refused for being short. */
const common = new Set(
  `1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc zaq12wsxcde3 qazwsxedcrfv qwer123456 qwe123456789 qwerty12345 qwerty123456
q1w2e3r4t5 a123456789 aa123456789 abc123456789 abcd123456 abcd12345678 asd123456789 asdf123456 zxcvbnm123
zxc123456789 password01 password12 password123 password1234 passw0rd123 p@ssw0rd123 p@ssword123 iloveyou123
woaini1314 woaini1314520 woaini5201314 woaini521 woaini123456 5201314520 5201314521 1314520520 1314521521 147258369a
1472583690 7894561230 1592634870 admin12345 admin123456 admin@123456 administrator root123456 welcome123
welcome1234 changeme123 letmein123 test123456 user123456 zhuqi12345 zhuqi123456 neijiang123 neijiang2026
china123456 computer123 superman123 football123 baseball123 sunshine123 princess123 dragon12345 monkey12345
huawei@123 huawei12#$ abc@123456 aaa@123456 qwer@1234 1qaz@wsx3edc !qaz2wsx3edc 1234qwer!@#$ qwer1234!@#$`.split(
    /\s+/,
  ),
)

const rows = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']
const backwards = (text: string) => [...text].reverse().join('')

/** One piece again and again, or a run along the alphabet or the keyboard. */
const isPattern = (text: string) =>
  /^(.{1,4})\1+.{0,3}$/u.test(text) || [...rows, ...rows.map(backwards)].some((row) => row.includes(text))

/** Why a password may not be used, or nothing. Length counts, kinds of characters and rotation do not (NIST SP 800-63B, 3.1.1). */
export const passwordFault = (password: string, userId: string): Words | undefined => {
  const plain = password.normalize('NFKC').toLowerCase()
  const characters = [...plain].length
  if (characters < shortest)
    return { zh: `密码至少 ${shortest} 个字符。`, en: `A password has ${shortest} characters or more.` }
  if (characters > longest)
    return { zh: `密码最多 ${longest} 个字符。`, en: `A password has ${longest} characters at most.` }
  const id = userId.toLowerCase()
  if (plain.replaceAll(id, '').length < 6)
    return { zh: '密码不能由用户编号构成。', en: 'A password must not be made of the user id.' }
  if (common.has(plain) || isPattern(plain))
    return {
      zh: '这个密码太常见，请换一个，例如几个不相干的词。',
      en: 'This password is too common; take another, some unrelated words say.',
    }
  return undefined
}
