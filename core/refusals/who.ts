/** Who asks, and whether they may. */
export const whoRefusals = {
  tokenMissing: { zh: '请先登录。', en: 'Sign in first.' },
  tokenInvalid: { zh: '登录凭证无效，请重新登录。', en: 'The token is not valid; sign in again.' },
  tokenExpired: { zh: '登录已过期，请重新登录。', en: 'The token has expired; sign in again.' },
  sessionEnded: { zh: '您已退出登录，请重新登录。', en: 'This session was ended; sign in again.' },
  signInUnavailable: {
    zh: '登录服务暂时不可用，请稍后再试。',
    en: 'Sign-in is not reachable; try again in a moment.',
  },
  unknownUser: { zh: '您的账号不在本单位名录中。', en: 'Your account is not in the directory.' },
  notAllowed: { zh: '您的岗位不能办理这一步。', en: 'Your role may not do this.' },
  notYourUnit: { zh: '这件诉求不归您的单位办理。', en: 'This issue is not with your unit.' },
} as const
