const sentences = {
  changed: { zh: '内容被改动', en: 'was changed' },
  removed: { zh: '被删除', en: 'was removed' },
  cut: { zh: '末尾被截去', en: 'has lost its end' },
  streamMissing: { zh: '整条记录被删除', en: 'is gone altogether' },
  added: { zh: '封存后又被添加', en: 'was added to after its day was sealed' },
  wordsChanged: { zh: '文字内容被改动', en: 'has other words than were written' },
  headMissing: { zh: '当前状态丢失', en: 'has events and no present state' },
  headDiffers: { zh: '当前状态与经过不符', en: 'has a present state that does not fit its events' },
  notAsSealed: { zh: '与当日封存时不同', en: 'is not what was sealed on that day' },
  dayMissing: { zh: '这一天的封存缺失', en: 'has no seal, though the days around it have' },
  notSealed: { zh: '这一天早已结束，尚未封存', en: 'is over for long and has no seal' },
  sealChanged: { zh: '封存记录被改动', en: 'has a seal that was changed' },
  sealBroken: { zh: '封存未接上前一天', en: 'has a seal that does not follow the day before' },
  signatureWrong: { zh: '封存签名不符', en: 'has a seal that the key did not sign' },
  keyUnknown: { zh: '封存所用密钥不在手边', en: 'was sealed with a key that is not at hand' },
  notAsNoted: { zh: '与另行记下的封存值不同', en: 'has another digest than was noted elsewhere' },
} as const
export type FindingCode = keyof typeof sentences

/** Something that is not as it was written, and where. */
export type Finding = { code: FindingCode; at: string; detail?: string }

export const finding = (code: FindingCode, at: string, detail?: string): Finding => ({
  code,
  at,
  ...(detail && { detail }),
})

export const findingWords = ({ code, at, detail }: Finding): string =>
  `${at}${detail ? ` (${detail})` : ''}：${sentences[code].zh} / ${sentences[code].en}`
