import { useQueryClient } from '@tanstack/react-query'

/** Reads an issue and its history anew; the lists it stands in follow when they can. */
export const useIssueAnew = (id: string) => {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['issues'] })
    return Promise.all(['issue', 'events'].map((of) => queries.invalidateQueries({ queryKey: [of, id] })))
  }
}
