/** What concerns referrals to banks, their consents and their own systems. */
export const financingRefusals = {
  unknownReferral: { zh: '没有这条推荐。', en: 'There is no such referral.' },
  unknownConsent: { zh: '没有这条授权或同意。', en: 'There is no such consent.' },
  unknownBank: {
    zh: '没有这家银行，或者它已停用。',
    en: 'There is no such bank, or it is no longer in use.',
  },
  needIncomplete: {
    zh: '融资需求还不完整，暂不能推荐；请补齐清单所列，或列入联合会诊。',
    en: 'The need is not complete and is not referred yet; fill in what is listed, or take it to the joint consultation.',
  },
  roundOpen: {
    zh: '已有一轮银行推荐在进行，请在本轮内再次推荐，或等本轮结束。',
    en: 'A round is open already; refer again within it, or wait until it ends.',
  },
  noRound: { zh: '没有进行中的银行推荐，请先发起。', en: 'No round is open; open one first.' },
  bankAsked: {
    zh: '已向这家银行推荐，请等候答复，或选择另一家银行。',
    en: 'This bank has been asked already; wait for its answer, or choose another bank.',
  },
  bankTooSoon: {
    zh: '还没到可以再次向这家银行推荐的日期，请选择另一家银行。',
    en: 'It is too soon to ask this bank again; choose another bank.',
  },
  bankNotAsked: {
    zh: '还没有向这家银行推荐，请先推荐再办这一步。',
    en: 'This bank has not been asked yet; invite it first.',
  },
  nothingAtTheBank: {
    zh: '这家银行现在没有待答复的推荐，不必取回执表。',
    en: 'Nothing waits for an answer of this bank, so there is no sheet to take out.',
  },
  bankLinkUnknown: {
    zh: '链接无效、已过期、已作废，或者已经答复完毕；需要的请向推荐单位索取新链接。',
    en: 'The link is wrong, expired, revoked, or has had its answer; ask the finance office for a new one.',
  },
  tooManyBanks: {
    zh: '同时推荐的银行最多三家，请等一家答复后再推荐。',
    en: 'No more than three banks are asked at once; wait until one has answered.',
  },
  referralOpen: {
    zh: '这条推荐还没有结果，请等候答复再办这一步。',
    en: 'This referral has no outcome yet; wait for the answer.',
  },
  referralOver: {
    zh: '这条推荐已不在银行答复阶段；需要的请承办部门再次推荐。',
    en: 'This referral no longer waits for the bank; the finance office can refer again.',
  },
  referralsOpen: {
    zh: '还有银行推荐没有结果，请先登记结果、撤回，或等候答复。',
    en: 'Some referrals have no outcome yet; record it, withdraw them, or wait for the answers.',
  },
  bankHasTime: {
    zh: '银行的答复期限未到；企业不愿再等的，请登记企业撤回。',
    en: 'The bank still has time; if the firm will not wait, record its withdrawal.',
  },
  sourceMissing: {
    zh: '代录银行答复须写明来源。',
    en: "Writing down a bank's answer needs the source of it.",
  },
  consentMissing: {
    zh: '企业还没有授权，请先请企业在链接中授权，或登记签字书面件。',
    en: 'The firm has not authorised this; let it do so on its link, or record a signed form.',
  },
  consentTextOld: {
    zh: '同意书文本已更新，请按现行文本办理。',
    en: 'The text of the consent has changed; use the present one.',
  },
  consentFormMissing: {
    zh: '书面同意须附签字件，请先上传。',
    en: 'A written consent needs the signed form; attach it first.',
  },
  alreadyChosen: {
    zh: '企业已选定一家银行；要改选的，请先撤回已选的推荐。',
    en: 'The firm has chosen a bank; to change, withdraw that referral first.',
  },
  noOffer: { zh: '这家银行还没有给出授信。', en: 'This bank has made no offer.' },
  notChosenYet: {
    zh: '企业还没有选定这家银行，请先登记企业的选择。',
    en: 'The firm has not chosen this bank; record its choice first.',
  },
  amountMissing: { zh: '资金到账须写明金额。', en: 'Money that arrived has an amount; give it.' },
  notFinancing: {
    zh: '这件诉求不是融资诉求，不匹配产品，也不推荐银行。',
    en: 'This is no financing issue; no loan products are matched and no banks are asked.',
  },
  unknownProduct: {
    zh: '没有这个贷款产品，或者它今天不在有效期内。',
    en: 'There is no such loan product, or it is not in force today.',
  },
  bankMissing: {
    zh: '授权书须写明一家银行，请用 bank 注明名录中的银行编号。',
    en: 'The form is for one bank: name it by its id in the directory.',
  },
  unknownWebhook: {
    zh: '没有这个推送地址，或者它已停用；请重新登记地址。',
    en: 'There is no such address of a bank, or it has ended; enter it anew.',
  },
  tooManyWebhooks: {
    zh: '这家银行的推送地址已满，请先停用一个。',
    en: 'The bank has as many addresses as it may; end one first.',
  },
  unknownDelivery: { zh: '没有这次推送。', en: 'There is no such delivery.' },
  deliveryOpen: {
    zh: '这次推送仍在重试，请等它送达或停止。',
    en: 'This delivery is still being tried; wait until it arrives or is given up.',
  },
} as const
