import { useSay } from '../../words/language.tsx'

export const verdictWords = {
  meets: { zh: '符合', en: 'meets' },
  doesNot: { zh: '不符合', en: 'does not' },
  cannotSay: { zh: '不能判断', en: 'cannot be said' },
} as const

type Rule = { rule: string; verdict: keyof typeof verdictWords; zh: string; en: string }

/** Each rule with its answer in words: colour alone says nothing. */
export const RulesList = ({ rules }: { rules: readonly Rule[] }) => {
  const say = useSay()
  return (
    <ul className="rules">
      {rules.map((rule) => (
        <li key={rule.rule}>
          <b>{say(verdictWords[rule.verdict])}</b> {say(rule)}
        </li>
      ))}
    </ul>
  )
}
