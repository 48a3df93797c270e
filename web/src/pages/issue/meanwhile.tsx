import type { EventView } from '../../api/queries.ts'
import { useSay } from '../../words/language.tsx'
import { Timeline } from './timeline.tsx'

/** What has happened to an issue since the version that the person had before them. */
export const Meanwhile = ({ events, seen }: { events: EventView[]; seen: number }) => {
  const say = useSay()
  return (
    <Timeline
      title={say('在您填写时发生了这些：', 'This happened while you were typing:')}
      events={events.filter((event) => event.seq > seen)}
    />
  )
}
