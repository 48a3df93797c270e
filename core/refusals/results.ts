/** What concerns posts, fairs, refunds and policies, and the result of each. */
export const resultsRefusals = {
  otherCategory: {
    zh: '这一步不用于这一类诉求。',
    en: 'This step is for issues of another category.',
  },
  unknownPost: { zh: '这件诉求没有这个岗位。', en: 'This issue has no such post.' },
  postCancelled: {
    zh: '这个岗位已取消；仍要招的请重新登记岗位。',
    en: 'This post is cancelled; add it again where it is still wanted.',
  },
  tooManyPosts: {
    zh: '一件诉求最多登记30个岗位，请另登记一件诉求。',
    en: 'An issue has at most 30 posts; log another issue for the rest.',
  },
  noPosts: { zh: '这件诉求还没有登记岗位，请先登记岗位。', en: 'No post is registered yet; add one first.' },
  unknownFair: { zh: '没有这场招聘会，请先登记。', en: 'There is no such job fair; record it first.' },
  countImpossible: {
    zh: '人数前后不符，请按提示核对；原来记错的，请用“更正”。',
    en: 'The counts do not fit together; see the fields, and correct what was recorded wrongly.',
  },
  nobodyArrived: {
    zh: '没有到岗记录，不需要30日在岗回访。',
    en: 'Nobody has arrived, so there is nobody to count after 30 days.',
  },
  tooEarly: { zh: '还没有满30日，请到期再回访。', en: 'Thirty days have not passed; count them then.' },
  countByPost: {
    zh: '这件诉求有到岗记录，请用“30日在岗回访”按岗位填报。',
    en: 'People have arrived by post; use the count after 30 days.',
  },
  refundStepOrder: {
    zh: '退税进展的先后不符，请按提示补记或更正。',
    en: 'This step of the refund does not follow from what is recorded; see the field.',
  },
  resultMissing: {
    zh: '结果还没有达到，不能按“已解决”或“部分解决”申请办结。',
    en: 'The result is not there yet, so it cannot be proposed as solved or partly solved.',
  },
  unknownPolicy: {
    zh: '没有这条政策，或者它现在不适用。',
    en: 'There is no such policy, or it is not in force.',
  },
  citationMissing: {
    zh: '政策类诉求办结须写明依据：选择政策记录，或写明文件名称。',
    en: 'A policy question closes with what it was answered from: choose the policy records, or name the document.',
  },
} as const
