import { type Role, roleWords } from '../../core/words.ts'
import { both, escapeHtml, pageFrame } from './page-frame.ts'
import type { SignInUser } from './users.ts'

/** The sample users as buttons, a group per role in the order in which the directory first names the roles. */
export function signInPage(users: SignInUser[], action: string, fault?: { zh: string; en: string }): string {
  const roles = [...new Set(users.map((user) => user.role))]
  const groups = roles.map((role) =>
    group(
      role,
      users.filter((user) => user.role === role),
    ),
  )
  return pageFrame(
    { zh: '登录助企', en: 'Sign in to Zhuqi' },
    `${fault ? `<p class="alert" role="alert">${both(fault)}</p>` : ''}
<p>${both({
      zh: '这是示例办公室，请选择以谁的身份登录，无需密码。',
      en: 'This is the sample office: choose whom to sign in as. No password is needed.',
    })}</p>
<form method="post" action="${escapeHtml(action)}">
${groups.join('\n')}
</form>`,
  )
}

const group = (role: string, users: SignInUser[]) => `<fieldset>
<legend>${both(roleName(role))}</legend>
<ul>
${users.map(button).join('\n')}
</ul>
</fieldset>`

const button = ({ id, name, unitName }: SignInUser) =>
  `<li><button type="submit" name="user" value="${escapeHtml(id)}">${escapeHtml(name)}${
    unitName ? `<span class="unit">${escapeHtml(unitName)}</span>` : ''
  }</button></li>`

const isRole = (role: string): role is Role => Object.hasOwn(roleWords, role)
const roleName = (role: string) => (isRole(role) ? roleWords[role] : { zh: role, en: '' })

/** `form` is the provider's own, with its protection against forged requests; the button belongs to it by id. */
export const signOutPage = (form: string, portal: string): string =>
  pageFrame(
    { zh: '退出登录', en: 'Sign out' },
    `<p>${both({ zh: '要退出助企吗？', en: 'Do you want to sign out of Zhuqi?' })}</p>
${form}
<div class="actions">
<button class="main" type="submit" form="op.logoutForm" name="logout" value="yes">${both({ zh: '退出', en: 'Sign out' })}</button>
<a class="button" href="${escapeHtml(portal)}">${both({ zh: '不退出，返回', en: 'Stay signed in' })}</a>
</div>`,
  )

/** `code` is the protocol's error code, for whoever is asked for help. */
export const faultPage = (fault: { zh: string; en: string }, portal: string, code?: string): string =>
  pageFrame(
    { zh: '无法登录', en: 'Sign-in did not work' },
    `<p class="alert" role="alert">${both(fault)}</p>
${code ? `<p><code>${escapeHtml(code)}</code></p>` : ''}
<div class="actions">
<a class="button" href="${escapeHtml(portal)}">${both({ zh: '返回助企', en: 'Back to Zhuqi' })}</a>
</div>`,
  )
