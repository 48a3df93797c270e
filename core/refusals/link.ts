/** What concerns the firm's link and its one-time codes. */
export const linkRefusals = {
  linkUnknown: {
    zh: '链接无效、已过期或已作废，请向工作队索取新链接。',
    en: 'The link is wrong, expired or revoked; ask the team for a new one.',
  },
  codeNeeded: {
    zh: '请先获取短信验证码，填写后再提交。',
    en: 'Ask for a code by text message first, then send it along.',
  },
  codeWrong: {
    zh: '验证码不对，请核对短信后再填。',
    en: 'The code is wrong; look at the text message again.',
  },
  codeExpired: {
    zh: '验证码已失效，请重新获取。',
    en: 'The code is no longer good; ask for a new one.',
  },
  codeNotSent: {
    zh: '短信没有发出，请稍后再试，或请工作队代为登记签字件。',
    en: 'The text message did not go out; try again later, or hand the signed form to the team.',
  },
  linkNotSent: {
    zh: '短信没有发出，请稍后再试，或改为复制链接、出示二维码。',
    en: 'The text message did not go out; try again later, or copy the link or show its QR code.',
  },
  noWayForLink: {
    zh: '没有可收短信的手机号，或本单位没有短信网关；请复制链接或出示二维码。',
    en: 'No mobile phone stands with this issue, or the office has no SMS gateway; copy the link or show its QR code.',
  },
  noWayForCode: {
    zh: '这件诉求没有可收短信的手机号，不需要验证码，请直接提交。',
    en: 'No mobile phone that takes a text stands with this issue; no code is needed.',
  },
} as const
