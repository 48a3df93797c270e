import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { failureOf } from '../../api/failure.ts'
import { firmQuery } from '../../api/firm-queries.ts'
import { useMe } from '../../app/use-me.ts'
import { FailureBox } from '../../parts/failure-box.tsx'
import { useSay } from '../../words/language.tsx'
import { FirmData } from './firm-data.tsx'
import { FirmFacts } from './firm-facts.tsx'
import { FirmForms } from './firm-forms.tsx'
import { FirmHistory } from './firm-history.tsx'
import { FirmPolicies } from './firm-policies.tsx'
import { FirmTimeline } from './firm-timeline.tsx'

/** All that an office knows of a firm, so that no team asks the same again. */
export const FirmPage = () => {
  const say = useSay()
  const me = useMe()
  const { uscc } = useParams({ from: '/firms/$uscc' })
  const found = useQuery(firmQuery(uscc))
  const view = found.data
  if (!view || !me) {
    return (
      <section>
        <h1>{say('企业', 'Firm')}</h1>
        {found.isError && (
          <FailureBox failure={failureOf(found.error)} onRetry={() => void found.refetch()} />
        )}
        {found.isLoading && <p role="status">{say('正在读取……', 'Loading …')}</p>}
      </section>
    )
  }
  return (
    <section className="issue">
      <h1>{view.firm.name}</h1>
      <p>
        <Link to="/work" search={{ firm: uscc }}>
          {say('它的全部诉求', 'all its issues')}
        </Link>
      </p>
      <div className="columns">
        <div>
          <FirmFacts view={view} />
          <FirmForms key={view.version} view={view} me={me} />
          <FirmHistory uscc={uscc} />
          <FirmData key={uscc} uscc={uscc} me={me} />
        </div>
        <div>
          <FirmPolicies uscc={uscc} />
          <FirmTimeline uscc={uscc} />
        </div>
      </div>
    </section>
  )
}
