import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import { failureOf } from '../api/failure.ts'
import { meQuery } from '../api/queries.ts'
import { FailureBox } from '../parts/failure-box.tsx'
import { useSession } from '../sign-in/session.ts'
import { useSettings } from '../words/language.tsx'
import { Ended } from './ended.tsx'
import { IdleGuard } from './idle-guard.tsx'
import { themeFor } from './theme.ts'

/** Signed in, but nobody whom the office knows; or the office does not answer. */
const Unknown = () => {
  const session = useSession()
  const { error, refetch } = useQuery({ ...meQuery, enabled: session === 'signedIn' })
  if (!error || session !== 'signedIn') return null
  return <FailureBox failure={failureOf(error)} onRetry={() => void refetch()} />
}

/** What stands around every page; with the component library, which who has yet to sign in does not wait for. */
export const PageFrame = ({ ended }: { ended: boolean }) => {
  const { large } = useSettings()
  return (
    <ConfigProvider theme={themeFor(large)} button={{ autoInsertSpace: false }}>
      {ended && <Ended />}
      <IdleGuard />
      <Unknown />
      {/* What is on the page stays where it is, typed words and all. */}
      <Outlet />
    </ConfigProvider>
  )
}
