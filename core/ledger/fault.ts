const sentences = {
  fileTooLarge: '文件太大：台账最大4MB、最多100列，请删去图片和多余的列，或分成几个文件导入。',
  tooManyRows: '台账一次最多1000行，请分批导入。',
  notALedgerFile:
    '没有认出台账：需要.xlsx或.csv文件，且前20行内有“企业名称、统一社会信用代码、诉求类别、诉求内容”等表头。',
  brokenFile: '文件已损坏，请在电脑上重新打开、另存一份后再导入。',
  fileBomb: '文件解压后异常庞大，不予读取；请把台账复制到新的空白表格里另存后再导入。',
} as const

/** Why a file or a sheet as a whole is not read. */
export type LedgerFault = { code: keyof typeof sentences; message: string }

export const ledgerFault = (code: LedgerFault['code'], message: string = sentences[code]): LedgerFault => ({
  code,
  message,
})

export const isLedgerFault = (value: unknown): value is LedgerFault =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value
