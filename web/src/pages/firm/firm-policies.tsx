import { useQuery } from '@tanstack/react-query'
import { failureOf } from '../../api/failure.ts'
import { firmPoliciesQuery } from '../../api/firm-queries.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { RulesList, verdictWords } from './rules-list.tsx'

/** The policies of the day as they fit this firm, rule by rule; whether one is granted is for its office to say. */
export const FirmPolicies = ({ uscc }: { uscc: string }) => {
  const say = useSay()
  const found = useQuery(firmPoliciesQuery(uscc))
  const items = found.data?.items ?? []
  return (
    <section aria-label={say('政策', 'Policies')}>
      <h2>{say('政策', 'Policies')}</h2>
      {found.isError && <FailureBox failure={failureOf(found.error)} />}
      {found.isSuccess && items.length === 0 && (
        <p>{say('没有登记现行政策。', 'No policies are recorded.')}</p>
      )}
      {items.map(({ policy, verdict, rules }) => (
        <details key={policy.id} className="more">
          <summary>
            {say(verdictWords[verdict])} · {policy.title}
          </summary>
          <RulesList rules={rules} />
          <p>{policy.howToApply}</p>
          <p className="hint">
            {policy.issuer} · {policy.source}
          </p>
        </details>
      ))}
      <p className="hint">
        {say('按企业档案和政策条件比对，不代表批准。', 'Compared by rules; it is no promise.')}
      </p>
    </section>
  )
}
