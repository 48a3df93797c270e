/** What is wrong with a request itself, whatever it is about. */
export const askingRefusals = {
  badInput: { zh: '填写有误，请按提示修改。', en: 'Some of the input is wrong; see the fields.' },
  brokenJson: { zh: '内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  tooLarge: { zh: '内容太大。', en: 'The body is too large.' },
  tooOften: {
    zh: '请求太频繁，请稍候再试。',
    en: 'Too many requests; wait a moment and try again.',
  },
  wrongMediaType: { zh: '不支持这种内容类型。', en: 'This media type is not supported.' },
  unknownRoute: { zh: '没有这个地址。', en: 'There is nothing at this address.' },
  wrongMethod: { zh: '这个地址不支持这种请求方法。', en: 'This address does not take this method.' },
  keyReused: {
    zh: '同一个 Idempotency-Key 已用于另一份内容。',
    en: 'This Idempotency-Key was used with another body.',
  },
  changedMeanwhile: {
    zh: '这件诉求刚被他人更新，请看过最新情况再办。',
    en: 'Someone else has changed this issue; look at it as it is now and try again.',
  },
  busy: {
    zh: '同时办理的人太多，请稍后再试。',
    en: 'Too many are changing this at once; try again in a moment.',
  },
  unknownCommand: { zh: '没有这个操作。', en: 'There is no such command.' },
} as const
