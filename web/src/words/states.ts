/** The states of the workflows in Chinese; in English they carry their own names. */
export const stateWords: Readonly<Record<string, string>> = {
  'Load issue': '读取诉求现状',
  'Where does the issue stand?': '办到哪一步？',
  'Route by the rules': '按规则交办',
  'Wait for the dispatcher': '等待调度员交办',
  'Wait for acceptance': '等待签收',
  'Wait for the department': '等待部门办理',
  'Wait for the firm': '等待企业确认',
  'Wait for verification': '等待核验',
  'Record what is due': '记录到期事项',
  'Issue is over': '本件已了结',
  'Another execution took over': '由新流程接办',
  'Standing is unknown': '状态无法识别',
}
