import './app/portal.css'
import { createRoot } from 'react-dom/client'
import { keepOffline } from './app/keep-offline.ts'
import { Portal } from './app/portal.tsx'

const root = document.getElementById('app')
// A server that knows only one page sends it for the firm's link too; the fragment goes along.
if (location.pathname === '/t') location.replace(`/t/${location.hash}`)
else if (root) createRoot(root).render(<Portal />)

keepOffline()
