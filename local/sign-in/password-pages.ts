import type { Words } from '../accounts/password-rules.ts'
import { both, escapeHtml, pageFrame } from './page-frame.ts'

const alert = (fault: Words | undefined) =>
  fault ? `<p class="alert" role="alert" id="fault">${both(fault)}</p>` : ''

type Field = {
  name: string
  label: Words
  kind: 'text' | 'password'
  fill: string
  value?: string
  hint?: Words
}

const field = ({ name, label, kind, fill, value = '', hint }: Field, faulty: boolean) => {
  const described = [faulty && 'fault', hint && `${name}-hint`].filter(Boolean).join(' ')
  return `<label for="${name}">${both(label)}</label>
<input id="${name}" name="${name}" type="${kind}" autocomplete="${fill}" maxlength="128" required value="${escapeHtml(value)}"${
    kind === 'text' ? ' autocapitalize="none" spellcheck="false"' : ''
  }${described ? ` aria-describedby="${described}"` : ''}>${
    hint ? `\n<p class="hint" id="${name}-hint">${both(hint)}</p>` : ''
  }`
}

const whoLabel = { zh: '用户编号', en: 'User id' }

export type PasswordPage = {
  action: string
  /** Where a password is set by a code or changed. */
  passwords: string
  /** Where WeCom takes over, where the office uses it. */
  wecom?: string | undefined
  user?: string
  fault?: Words | undefined
}

export const passwordPage = ({ action, passwords, wecom, user, fault }: PasswordPage): string =>
  pageFrame(
    { zh: '登录助企', en: 'Sign in to Zhuqi' },
    `${alert(fault)}
<div class="narrow">
<form method="post" action="${escapeHtml(action)}">
${field({ name: 'user', label: whoLabel, kind: 'text', fill: 'username', value: user ?? '' }, fault !== undefined)}
${field({ name: 'password', label: { zh: '密码', en: 'Password' }, kind: 'password', fill: 'current-password' }, fault !== undefined)}
<button class="main" type="submit">${both({ zh: '登录', en: 'Sign in' })}</button>
</form>
${wecom ? `<p></p><p><a class="button" href="${escapeHtml(wecom)}">${both({ zh: '企业微信登录', en: 'Sign in by WeCom' })}</a></p>` : ''}
<p></p>
<p><a href="${escapeHtml(passwords)}">${both({ zh: '首次设置密码，或修改密码', en: 'Set a first password, or change it' })}</a></p>
</div>`,
  )

export const newPasswordPage = (action: string, user: string, fault?: Words): string =>
  pageFrame(
    { zh: '设置密码', en: 'Set a password' },
    `${alert(fault)}
<div class="narrow">
<form method="post" action="${escapeHtml(action)}">
${field({ name: 'user', label: whoLabel, kind: 'text', fill: 'username', value: user }, fault !== undefined)}
${field({ name: 'proof', label: { zh: '一次性口令，或现密码', en: 'One-time code, or present password' }, kind: 'password', fill: 'current-password' }, fault !== undefined)}
${field(
  {
    name: 'password',
    label: { zh: '新密码', en: 'New password' },
    kind: 'password',
    fill: 'new-password',
    hint: {
      zh: '至少 10 个字符，不用常见密码；无需定期更换。',
      en: '10 characters or more, no common one; it need not be changed from time to time.',
    },
  },
  fault !== undefined,
)}
${field({ name: 'again', label: { zh: '再输一次新密码', en: 'New password again' }, kind: 'password', fill: 'new-password' }, fault !== undefined)}
<button class="main" type="submit">${both({ zh: '设置', en: 'Set' })}</button>
</form>
</div>`,
  )

export const passwordSetPage = (portal: string): string =>
  pageFrame(
    { zh: '密码已设置', en: 'The password is set' },
    `<p role="status">${both({ zh: '现在可以用它登录。其他地方的登录已失效。', en: 'You can sign in with it now. Sign-ins elsewhere count no longer.' })}</p>
<div class="actions">
<a class="button" href="${escapeHtml(portal)}">${both({ zh: '前往登录', en: 'Go and sign in' })}</a>
</div>`,
  )
