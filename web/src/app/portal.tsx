import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queries } from '../api/query-client.ts'
import { SettingsProvider } from '../words/language.tsx'
import { router } from './router.tsx'

export const Portal = () => (
  <QueryClientProvider client={queries}>
    <SettingsProvider>
      <RouterProvider router={router} />
    </SettingsProvider>
  </QueryClientProvider>
)
