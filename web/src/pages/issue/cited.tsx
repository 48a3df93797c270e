import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { policiesQuery } from '../../api/firm-queries.ts'

/** The policies that an answer rests on, by their titles; one that is no longer in force stands by its number. */
export const Cited = ({ ids, more }: { ids: readonly string[]; more: string | undefined }) => {
  const { data } = useQuery({ ...policiesQuery, enabled: ids.length > 0 })
  const titles = new Map(data?.items.map(({ id, title }) => [id, title]))
  return (
    <>
      {ids.map((id) => (
        <span key={id} className="line">
          <Link to="/policies" hash={`policy-${id}`}>
            {titles.get(id) ?? id}
          </Link>
        </span>
      ))}
      {more}
    </>
  )
}
