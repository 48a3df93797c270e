import type { PostFacts } from '../issue/hiring.ts'
import type { FieldFault } from '../refusal.ts'

/** What cannot be of a post, beyond the form of each field: the field, below `at`, and the rule that it breaks. */
export const postFaults = (
  { wageFromYuan, wageToYuan, validUntil, wantedOn }: Partial<PostFacts>,
  today: string,
  at = '',
): FieldFault[] => {
  const fault = (wrong: boolean, field: string, message: string) =>
    wrong ? [{ pointer: `${at}/${field}`, message }] : []
  return [
    ...fault(
      wageFromYuan !== undefined && wageToYuan !== undefined && wageFromYuan > wageToYuan,
      'wageFromYuan',
      `工资下限不能高于上限（${wageToYuan}元/月）`,
    ),
    ...fault(validUntil !== undefined && validUntil < today, 'validUntil', '有效期不能早于今天'),
    ...fault(
      validUntil !== undefined && wantedOn !== undefined && validUntil < wantedOn,
      'wantedOn',
      `期望到岗日期不能晚于有效期（${validUntil}）`,
    ),
  ]
}
