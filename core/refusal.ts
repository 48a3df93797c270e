/** Every reason for which a command or a question is refused, with a sentence for people. */
const sentences = {
  unknownIssue: { zh: '没有这件诉求。', en: 'There is no such issue.' },
  unknownFirm: { zh: '没有这家企业。', en: 'There is no such firm.' },
  unknownVisit: { zh: '没有这次走访。', en: 'There is no such visit.' },
  unknownFile: { zh: '没有这个附件。', en: 'There is no such file.' },
  unknownReferral: { zh: '没有这条推荐。', en: 'There is no such referral.' },
  unknownConsent: { zh: '没有这条授权或同意。', en: 'There is no such consent.' },
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
  noWayForCode: {
    zh: '这件诉求没有可收短信的手机号，不需要验证码，请直接提交。',
    en: 'No mobile phone that takes a text stands with this issue; no code is needed.',
  },
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
  unknownCommand: { zh: '没有这个操作。', en: 'There is no such command.' },
  unknownDepartment: {
    zh: '没有这个部门，或者它已停用。',
    en: 'There is no such department, or it is no longer in use.',
  },
  notAllowed: { zh: '您的岗位不能办理这一步。', en: 'Your role may not do this.' },
  notYourUnit: { zh: '这件诉求不归您的单位办理。', en: 'This issue is not with your unit.' },
  mustBeOutside: {
    zh: '回访须由承办部门以外的人记录。',
    en: 'A confirmation by call or visit is recorded by someone outside the handling department.',
  },
  wrongStage: {
    zh: '这件诉求当前的阶段不能办理这一步。',
    en: 'This cannot be done at the stage the issue is at.',
  },
  nothingDue: { zh: '没有到期事项。', en: 'Nothing is due.' },
  alreadyLogged: {
    zh: '这家企业已经提过同样的诉求；确属再次提出的，请注明原编号（repeatOf）。',
    en: 'This firm has logged the same problem; if it asks again, name the earlier issue (repeatOf).',
  },
  usccWrong: {
    zh: '统一社会信用代码的长度或字符不对。',
    en: 'The credit code has a wrong length or character.',
  },
  usccCheckDigit: {
    zh: '统一社会信用代码的校验码不符，请核对；确认无误可再次提交并确认（confirmUscc）。',
    en: 'The check digit of the credit code does not fit; check it, or confirm it (confirmUscc).',
  },
  sameDepartment: {
    zh: '诉求已在该部门，请选择另一个部门。',
    en: 'The issue is with that department already.',
  },
  returnIsFinal: {
    zh: '调度已裁定由本部门承办，不能再次退单；可与调度员商议转办。',
    en: 'The dispatcher has ruled that this department handles it; it cannot be returned again.',
  },
  returnTooLate: {
    zh: '退单须在交办后一个工作日内提出；请签收办理，或请调度员转办。',
    en: 'A return is made within one working day; accept it, or ask the dispatcher to transfer it.',
  },
  managerRules: { zh: '第二次退单由分管领导裁定。', en: 'A second return is ruled on by the manager.' },
  reviewDateMissing: {
    zh: '“条件暂不具备（挂账）”须写明下次复核日期。',
    en: 'A closure for conditions not yet met names the date of its review.',
  },
  dateInThePast: {
    zh: '日期不能早于今天，请填今天或以后的日期。',
    en: 'The date lies in the past; give today or a later one.',
  },
  dateInTheFuture: {
    zh: '日期还没有到，请填今天或以前的日期。',
    en: 'The date lies in the future; give today or an earlier one.',
  },
  unknownPolicy: {
    zh: '没有这条政策，或者它现在不适用。',
    en: 'There is no such policy, or it is not in force.',
  },
  citationMissing: {
    zh: '政策类诉求办结须写明依据：选择政策记录，或写明文件名称。',
    en: 'A policy question closes with what it was answered from: choose the policy records, or name the document.',
  },
  windowOver: {
    zh: '重新办理的期限已过；问题仍在的，请登记为新诉求并注明原编号。',
    en: 'The time for reopening is over; log it as a new issue that names this one.',
  },
  recordExists: {
    zh: '这一天起已有一条记录；记录不覆盖，请换一个生效日期。',
    en: 'There is a record from that day on; records are never overwritten, choose another day.',
  },
  lastAdmin: {
    zh: '这样一来就没有系统管理员了；请先登记另一位管理员。',
    en: 'No administrator would be left; enter another one first.',
  },
  notACommonIssue: {
    zh: '这件诉求没有并入的个案，不是共性问题。',
    en: 'No case has joined this issue; it is not a common one.',
  },
  isCommonItself: {
    zh: '这件诉求自己就是共性问题，不能再并入另一件。',
    en: 'This issue is a common one itself and cannot join another.',
  },
  inAnotherCommon: {
    zh: '这件诉求已并入另一件共性问题，请先移出。',
    en: 'It is a case of another common issue; take it out first.',
  },
  commonIsCase: {
    zh: '要并入的诉求是另一件共性问题的个案，请直接并入那件共性问题。',
    en: 'That issue is a case of a common issue itself; join the common issue instead.',
  },
  whichDepartment: {
    zh: '您代表不止一个协办部门，请写明这是哪个部门的反馈（department）。',
    en: 'You act for more than one assisting department; say which one this is from (department).',
  },
  nothingToReview: {
    zh: '这件诉求没有挂账待复核的事项；企业有新情况的，请重新办理或另行登记。',
    en: 'Nothing of this issue is kept for review; reopen it, or log what is new.',
  },
  notInCommon: { zh: '这件诉求没有并入共性问题。', en: 'It is no case of a common issue.' },
  notOfTheUnit: {
    zh: '接手的人不在承办部门。',
    en: 'Whoever takes it over is not in the handling department.',
  },
  unknownTeam: {
    zh: '没有这个工作队，或者它已停用。',
    en: 'There is no such team, or it is no longer in use.',
  },
  extensionTooLate: {
    zh: '延期须在到期前至少一个工作日提出；请先答复企业并约定下次答复日期。',
    en: 'An extension is asked for at least one working day before the due time; reply to the firm with the date of the next reply instead.',
  },
  extensionNotLater: {
    zh: '延期后的日期须晚于现在的办结期限，请填更晚的日期。',
    en: 'The new date lies no later than the present one; give a later date.',
  },
  extensionPending: {
    zh: '已有一份延期申请待批，请等候答复。',
    en: 'An extension is asked for already; wait for the answer.',
  },
  noExtensionAsked: { zh: '没有待批的延期申请。', en: 'No extension is asked for.' },
  issuePaused: {
    zh: '这件诉求已暂停计时，请先恢复再办这一步。',
    en: 'The clocks of this issue stand still; resume it first.',
  },
  notPaused: { zh: '这件诉求没有暂停。', en: 'The issue is not paused.' },
  alreadyPaused: { zh: '这件诉求已经暂停。', en: 'The issue is paused already.' },
  alreadySupervised: { zh: '这件诉求已在督办中。', en: 'The issue is under supervision already.' },
  supervisionDueMissing: { zh: '督办须写明期限。', en: 'A supervision has a date by which it ends.' },
  calledToday: {
    zh: '今天已记录过一次未接通；请改天再打，三个不同日期未接通按“未联系上”办结。',
    en: 'A failed call was recorded today; call on another day. Three on different days close as not reached.',
  },
  rulingPending: {
    zh: '企业再次不认可，正等候分管领导裁定。',
    en: "The firm's second dispute is with the manager.",
  },
  nothingToRule: { zh: '没有等候裁定的争议。', en: 'No dispute is waiting for a ruling.' },
  mergeIntoItself: { zh: '不能并入自身。', en: 'An issue cannot be merged into itself.' },
  mergeTargetOver: {
    zh: '要并入的诉求不存在或已经结束。',
    en: 'The issue to merge into does not exist or is over.',
  },
  linkUnknown: {
    zh: '链接无效、已过期或已作废，请向工作队索取新链接。',
    en: 'The link is wrong, expired or revoked; ask the team for a new one.',
  },
  changedMeanwhile: {
    zh: '这件诉求刚被他人更新，请看过最新情况再办。',
    en: 'Someone else has changed this issue; look at it as it is now and try again.',
  },
  busy: {
    zh: '同时办理的人太多，请稍后再试。',
    en: 'Too many are changing this at once; try again in a moment.',
  },
  keyReused: {
    zh: '同一个 Idempotency-Key 已用于另一份内容。',
    en: 'This Idempotency-Key was used with another body.',
  },
  badInput: { zh: '填写有误，请按提示修改。', en: 'Some of the input is wrong; see the fields.' },
  brokenJson: { zh: '内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  tooLarge: { zh: '内容太大。', en: 'The body is too large.' },
  notWhatItSays: {
    zh: '文件内容与所说的类型或扩展名不符，请上传原文件。',
    en: 'The file is not of the kind that its type or name says; upload the original.',
  },
  tooOften: {
    zh: '请求太频繁，请稍候再试。',
    en: 'Too many requests; wait a moment and try again.',
  },
  wrongMediaType: { zh: '不支持这种内容类型。', en: 'This media type is not supported.' },
  unknownRoute: { zh: '没有这个地址。', en: 'There is nothing at this address.' },
  wrongMethod: { zh: '这个地址不支持这种请求方法。', en: 'This address does not take this method.' },
  tokenMissing: { zh: '请先登录。', en: 'Sign in first.' },
  tokenInvalid: { zh: '登录凭证无效，请重新登录。', en: 'The token is not valid; sign in again.' },
  tokenExpired: { zh: '登录已过期，请重新登录。', en: 'The token has expired; sign in again.' },
  sessionEnded: { zh: '您已退出登录，请重新登录。', en: 'This session was ended; sign in again.' },
  signInUnavailable: {
    zh: '登录服务暂时不可用，请稍后再试。',
    en: 'Sign-in is not reachable; try again in a moment.',
  },
  notFinancing: {
    zh: '这件诉求不是融资诉求，不匹配产品，也不推荐银行。',
    en: 'This is no financing issue; no loan products are matched and no banks are asked.',
  },
  unknownProduct: {
    zh: '没有这个贷款产品，或者它今天不在有效期内。',
    en: 'There is no such loan product, or it is not in force today.',
  },
  notAssigned: {
    zh: '还没有交办，没有交办单可打印；请先交办。',
    en: 'It has not been routed yet, so there is no assignment sheet; route it first.',
  },
  bankMissing: {
    zh: '授权书须写明一家银行，请用 bank 注明名录中的银行编号。',
    en: 'The form is for one bank: name it by its id in the directory.',
  },
  notAReturnedLedger: {
    zh: '这不是从本系统导出的台账：没有“诉求编号”和“版本”两栏。请用导出的台账填写后交回，新诉求请走导入。',
    en: 'This is no ledger that was exported here: the columns of id and version are missing. Fill in an exported ledger; import new issues instead.',
  },
  unknownReport: { zh: '没有这份报告。', en: 'There is no such report.' },
  periodNotBegun: {
    zh: '这一期还没有开始，不能出具报告；请等到期内再出具。',
    en: 'This period has not begun; issue its report when it has.',
  },
  unknownExport: { zh: '没有这个导出，或者它不是您发起的。', en: 'There is no such export of yours.' },
  exportNotReady: {
    zh: '文件还没有写完，请稍后再取。',
    en: 'The file is not finished yet; come back in a moment.',
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
  unknownUser: { zh: '您的账号不在本单位名录中。', en: 'Your account is not in the directory.' },
  notALedger: { zh: '没有认出台账的表头。', en: 'No ledger header was found.' },
  brokenFile: {
    zh: '文件已损坏或不是支持的格式（.xlsx、.csv）。',
    en: 'The file is broken or of another kind than .xlsx or .csv.',
  },
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
  tooManyRows: {
    zh: '台账一次最多1000行，请分批导入。',
    en: 'A ledger has at most 1,000 rows; import it in parts.',
  },
} as const

export type RefusalCode = keyof typeof sentences

export type FieldFault = { pointer: string; message: string }

/** A refusal is a value: a code, a sentence for people, and what it is about. It holds no HTTP numbers. */
export type Refusal = {
  readonly refused: RefusalCode
  readonly zh: string
  readonly en: string
  readonly detail?: string
  readonly fields?: FieldFault[]
  readonly about?: Readonly<Record<string, string | number>>
}

export const refuse = (
  code: RefusalCode,
  more: { detail?: string; fields?: FieldFault[]; about?: Record<string, string | number> } = {},
): Refusal => ({ refused: code, ...sentences[code], ...more })

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string'

export const refusalCodes = Object.keys(sentences) as RefusalCode[]
