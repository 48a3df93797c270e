/** What concerns who has an issue: departments, returns, common issues, merging. */
export const routingRefusals = {
  unknownDepartment: {
    zh: '没有这个部门，或者它已停用。',
    en: 'There is no such department, or it is no longer in use.',
  },
  unknownTeam: {
    zh: '没有这个工作队，或者它已停用。',
    en: 'There is no such team, or it is no longer in use.',
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
  notInCommon: { zh: '这件诉求没有并入共性问题。', en: 'It is no case of a common issue.' },
  whichDepartment: {
    zh: '您代表不止一个协办部门，请写明这是哪个部门的反馈（department）。',
    en: 'You act for more than one assisting department; say which one this is from (department).',
  },
  notOfTheUnit: {
    zh: '接手的人不在承办部门。',
    en: 'Whoever takes it over is not in the handling department.',
  },
  mergeIntoItself: { zh: '不能并入自身。', en: 'An issue cannot be merged into itself.' },
  mergeTargetOver: {
    zh: '要并入的诉求不存在或已经结束。',
    en: 'The issue to merge into does not exist or is over.',
  },
  notAssigned: {
    zh: '还没有交办，没有交办单可打印；请先交办。',
    en: 'It has not been routed yet, so there is no assignment sheet; route it first.',
  },
} as const
