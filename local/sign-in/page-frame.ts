import { createHash } from 'node:crypto'

/** Colours are checked for contrast (WCAG 2.2 AA, 4.5 to 1) by a test that reads them from here. */
const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f6f8; color: #1b1f24; font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; line-height: 1.3; }
p { margin: 0 0 1rem; }
[lang=en] { color: #4a5560; font-size: .92em; }
fieldset { min-width: 0; margin: 0 0 1rem; padding: .5rem 1rem 1rem; border: 1px solid #8b96a1; border-radius: .5rem; background: #ffffff; }
legend { padding: 0 .4rem; font-weight: 600; }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr)); gap: .6rem; margin: 0; padding: 0; list-style: none; }
button, .button { display: block; width: 100%; min-height: 2.75rem; padding: .5rem .9rem; border: 1px solid #0b5cad; border-radius: .4rem; background: #ffffff; color: #0b4f94; font: inherit; text-align: start; text-decoration: none; overflow-wrap: anywhere; cursor: pointer; }
button:hover, .button:hover { background: #e7f0fa; }
button.main { background: #0b4f94; color: #ffffff; }
button.main [lang=en] { color: #ffffff; }
button.main:hover { background: #083c70; }
:focus-visible { outline: 3px solid #b3470b; outline-offset: 2px; }
.unit { display: block; color: #4a5560; font-size: .875rem; }
.alert { padding: .6rem 1rem; border-inline-start: .3rem solid #a4141b; background: #fdecec; color: #7c0f15; }
.alert [lang=en] { color: #7c0f15; }
.narrow { max-width: 24rem; }
label { display: block; margin: 0 0 .25rem; font-weight: 600; }
input { display: block; width: 100%; min-height: 2.75rem; margin: 0 0 1rem; padding: .5rem .7rem; border: 1px solid #5c6873; border-radius: .4rem; background: #ffffff; color: #1b1f24; font: inherit; }
.hint { margin: -.5rem 0 1rem; color: #4a5560; font-size: .875rem; }
.actions { display: grid; gap: .6rem; max-width: 24rem; }
`

const styleHash = createHash('sha256').update(style).digest('base64')

/** Nothing from elsewhere, no script, no style but the one above, no framing, forms to this origin only. */
export const pageHeaders = {
  'content-security-policy': `default-src 'none'; script-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not no-referrer: the browser would then send "Origin: null" with the form, which is refused.
  'referrer-policy': 'same-origin',
}

type Words = { zh: string; en: string }

export const both = ({ zh, en }: Words): string =>
  `${escapeHtml(zh)} <span lang="en">${escapeHtml(en)}</span>`

export const pageFrame = (title: Words, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title.zh)} · 助企 Zhuqi</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${both(title)}</h1>
${body}
</main>
</body>
</html>
`

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark)
