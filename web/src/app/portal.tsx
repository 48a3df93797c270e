import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { CallFailed } from '../api/failure.ts'
import { SettingsProvider } from '../words/language.tsx'
import { router } from './router.tsx'

const mayHelpToRepeat = (error: unknown) =>
  error instanceof CallFailed && ['unreachable', 'tooSlow', 'broken'].includes(error.failure.kind)

const queries = new QueryClient({
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

export const Portal = () => (
  <QueryClientProvider client={queries}>
    <SettingsProvider>
      <RouterProvider router={router} />
    </SettingsProvider>
  </QueryClientProvider>
)
