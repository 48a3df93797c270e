// Before the portal's own, which change some of its rules.
import 'virtual:component-styles.css'
import './app/portal.css'
import './app/fields.css'
import './app/lists.css'
import './app/issue.css'
import './app/log.css'
import './app/tables.css'
import './app/figures.css'
import './app/header.css'
import './app/fit.css'
import './app/print.css'
import { createRoot } from 'react-dom/client'
import { keepOffline } from './app/keep-offline.ts'
import { Portal } from './app/portal.tsx'

// zod would write its checks as code at run time, which the page's own policy forbids. It reads this as it is
// loaded, with the first page that has a form.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

const root = document.getElementById('app')
// A server that knows only one page sends it for the links too; the fragment goes along.
if (/^\/[tb]$/.test(location.pathname)) location.replace(`${location.pathname}/${location.hash}`)
else if (root) createRoot(root).render(<Portal />)

keepOffline()
