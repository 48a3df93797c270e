import { QueryClient } from '@tanstack/react-query'
import { CallFailed } from './failure.ts'

const mayHelpToRepeat = (error: unknown) =>
  error instanceof CallFailed && ['unreachable', 'tooSlow', 'broken'].includes(error.failure.kind)

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (times, error) => times < 2 && mayHelpToRepeat(error),
      staleTime: 5_000,
      // Whether there is a network is found out by asking, not by what the device believes.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
